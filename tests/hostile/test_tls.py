"""A server must show that it is who it should be, unless its profile says otherwise."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.hostile.crawl import crawl
from tests.hostile.server import HostileServer
from tests.hostile.sites import paper, profile

SITES = ("strict", "trusting")


def self_signed(folder, names=SITES):
    """Return the context of a server that vouches for itself, by these *names* if any."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "strict.test")])
    now = datetime.now(UTC)
    unsigned = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
    )
    if names:
        others = x509.SubjectAlternativeName([x509.DNSName(f"{site}.test") for site in names])
        unsigned = unsigned.add_extension(others, critical=False)
    certificate = unsigned.sign(key, hashes.SHA256())
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    sites = {f"{site}.test": paper(site, {}) for site in SITES}
    with HostileServer(sites, self_signed(folder)) as server:
        profiles = {
            "strict": profile("strict", server.port, scheme="https"),
            "trusting": profile("trusting", server.port, top="verify_tls = false", scheme="https"),
        }
        yield crawl(folder, profiles, {})


@pytest.fixture(scope="module")
def nameless(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nameless")
    with HostileServer({"strict.test": paper("strict", {})}, self_signed(folder, ())) as server:
        yield crawl(folder, {"strict": profile("strict", server.port, scheme="https")}, {})


def test_a_server_that_vouches_for_itself_is_refused(done):
    report = done.reports["strict"]

    assert (report["exit_code"], report["articles"]) == (3, 0)
    assert "certificate not trusted" in report["troubles"]
    assert "verify_tls = false in sites/strict.toml" in report["trouble"]


def test_a_profile_may_trust_it_all_the_same(done):
    assert done.outcome("trusting") == (0, {}, {})
    assert list(done.articles("trusting")) == ["9"]


def test_a_certificate_is_not_looked_at_again_within_a_run(done):
    report = done.reports["strict"]

    assert (report["requests"], report["troubles"]) == (1, {"certificate not trusted": 1})


def test_a_certificate_that_names_nobody_is_told_in_one_line(nameless):
    report = nameless.reports["strict"]

    assert (report["exit_code"], report["requests"]) == (3, 1)
    assert report["troubles"] == {"certificate not trusted": 1}
    assert nameless.output.count("\n") == 1
    assert "Traceback" not in nameless.output + nameless.log("strict")
