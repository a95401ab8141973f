"""A mail server of a test: Debian's aiosmtpd on loopback, by TLS and with a password. What it takes lies in files.

Usage: mail-server.py PORT FOLDER CERTIFICATE KEY. While FOLDER/busy is there it takes nothing for now;
the address in FOLDER/unknown it does not know.
"""
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Keep:
    def __init__(self, folder):
        self.folder, self.count = folder, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        unknown = self.folder / "unknown"
        if unknown.exists() and unknown.read_text().strip() == address:
            return "550 5.1.1 No such person"
        if (self.folder / "busy").exists():
            (self.folder / "turned-away").touch()
            return "451 4.3.2 Not now"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        line = "TLS" if session.ssl else "open"
        head = f"X-Line: {line}\r\nX-Login: {session.authenticated}\r\nX-To: {','.join(envelope.rcpt_tos)}\r\nX-From: {envelope.mail_from}\r\n"
        part = self.folder / f"{self.count}.part"
        part.write_bytes(head.encode() + envelope.original_content)
        part.rename(self.folder / f"{self.count}.eml")
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"interdiction" and data.password == b"some words")


async def main():
    port, folder, certificate, key = sys.argv[1:]
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    Controller(Keep(pathlib.Path(folder)), hostname="localhost", port=int(port), tls_context=context, require_starttls=True,
               authenticator=authenticate, auth_required=True, auth_require_tls=True).start()
    print("ready", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
