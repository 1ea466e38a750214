package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody vouches for. */
record TestCertificate(KeyStore store) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private static final class Holder {
    private static final TestCertificate SHARED = named("ip:127.0.0.1");
  }

  static TestCertificate shared() {
    return Holder.SHARED;
  }

  /** One for a server of that name. */
  static TestCertificate named(String name) {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path file = folder.resolve("test.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "RSA",
                  "-keysize",
                  "2048",
                  "-alias",
                  "test",
                  "-dname",
                  "CN=mail",
                  "-ext",
                  "SAN=" + name,
                  "-validity",
                  "3",
                  "-keystore",
                  file.toString(),
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD))
              .inheritIO()
              .start();
      assertThat(keytool.waitFor()).isZero();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      return new TestCertificate(store);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  String certificatePem() throws Exception {
    return pem("CERTIFICATE", store.getCertificate("test").getEncoded());
  }

  String keyPem() throws Exception {
    return pem("PRIVATE KEY", store.getKey("test", PASSWORD).getEncoded());
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), what);
  }

  /** Believes this certificate and no other. */
  SSLSocketFactory trusting() throws Exception {
    KeyStore only = KeyStore.getInstance("PKCS12");
    only.load(null, null);
    only.setCertificateEntry("test", store.getCertificate("test"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(only);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
