package io.lifeboat.restore.proof;

import io.lifeboat.backup.Proof;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs proofs with Ed25519, and checks them. Thread-safe.
 *
 * @param name by which readers find the public key
 */
public record ProofSigner(String name, PrivateKey key) {
    private static final String ALGORITHM = "Ed25519";

    public Proof sign(Proof proof) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(proof.signed());
            return proof.withSignature(name, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("proofs cannot be signed with the key " + name, e);
        }
    }

    /** Whether a proof is as the holder of the key signed it. */
    public static boolean isGenuine(Proof proof, PublicKey by) {
        if (proof.signature() == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(by);
            signature.update(proof.signed());
            return signature.verify(Base64.getDecoder().decode(proof.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a signature that cannot be read is none
        }
    }

    @Override
    public String toString() {
        return "signer " + name;
    }
}
