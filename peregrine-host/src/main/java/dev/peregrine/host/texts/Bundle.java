package dev.peregrine.host.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** One file of texts: {@code texts/LANGUAGE/FEATURE.properties}, in UTF-8. */
final class Bundle {

  private Bundle() {}

  /** What the file says; nothing where there is no such file. */
  static Map<String, String> read(String resource) {
    var texts = new HashMap<String, String>();
    try (InputStream in = Bundle.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        var properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        properties
            .stringPropertyNames()
            .forEach(key -> texts.put(key, properties.getProperty(key)));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return texts;
  }
}
