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


def self_signed(folder):
    """Return the context of a server that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "strict.test")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(f"{site}.test") for site in SITES])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
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
        yield crawl(folder, profiles, {"RETRY_TIMES": "0"})


def test_a_server_that_vouches_for_itself_is_refused(done):
    report = done.reports["strict"]

    assert (report["exit_code"], report["articles"]) == (3, 0)
    assert "certificate not trusted" in report["troubles"]
    assert "verify_tls = false in sites/strict.toml" in report["trouble"]


def test_a_profile_may_trust_it_all_the_same(done):
    assert done.outcome("trusting") == (0, {}, {})
    assert list(done.articles("trusting")) == ["9"]
