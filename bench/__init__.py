"""What newsbot costs, measured; each module is a script that judges its figure by its exit code."""
