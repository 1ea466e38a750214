package dev.peregrine.host.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/** Checks signatures with Ed25519 by the JDK's own means; the library's need another library. */
final class Ed25519Keys extends BaseJWSProvider implements JWSVerifier {

  private static final int BYTES = 32;
  private static final int SIGN_BIT = 0x80;

  private final PublicKey key;

  Ed25519Keys(OctetKeyPair pair) throws JOSEException {
    super(Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519));
    byte[] little = pair.getDecodedX();
    if (little.length != BYTES) {
      throw new JOSEException("An Ed25519 key has 32 bytes.");
    }
    var big = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      big[i] = little[BYTES - 1 - i];
    }
    boolean odd = (big[0] & SIGN_BIT) != 0;
    big[0] = (byte) (big[0] & ~SIGN_BIT);
    try {
      key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new EdECPublicKeySpec(
                      NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
    } catch (GeneralSecurityException noKey) {
      throw new JOSEException("This is no Ed25519 key.", noKey);
    }
  }

  @Override
  public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(signed);
      return check.verify(signature.decode());
    } catch (SignatureException notOne) {
      return false;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new JOSEException("Ed25519 cannot be checked.", everyJdkHasIt);
    }
  }
}
