"""The bundled paper of `scrapy demo`, and what it takes to print any paper on this machine."""
