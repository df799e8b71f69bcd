package wrong.exchange;

import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Wrong on purpose: keys and signatures are the business of evidence. */
final class SignsItself {
    final Ed25519Signer signer = new Ed25519Signer();
}
