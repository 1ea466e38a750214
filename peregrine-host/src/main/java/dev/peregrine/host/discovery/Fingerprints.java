package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Short texts that change when what they stand for does. Hashes, because secrets are among it. */
record Fingerprints(ExtensionSettings settings) {

  static String plugin(Extension<JobBoard> board) {
    return board.plugin().version() + " " + board.plugin().sha256();
  }

  /** What the person can change when a board does not work with its settings. */
  String settings(Errand errand) {
    var values = new TreeMap<String, String>(settings.entered(errand.descriptor()));
    for (Errand.Search search : errand.searches()) {
      values.merge("employers", search.query().employers().toString(), String::concat);
    }
    try {
      Settings current = settings.of(errand.descriptor(), Map.of());
      for (SettingSpec spec : errand.descriptor().about().settings()) {
        if (spec instanceof SettingSpec.Secret) {
          values.put(spec.key(), current.secret(spec.key()).orElse(""));
        }
      }
    } catch (ExtensionException incomplete) {
      settings.secrets(errand.descriptor()).forEach(key -> values.put(key, "set"));
    }
    return hash(values.toString());
  }

  /** What a board is asked, and where. */
  String breadth(Errand errand) {
    return hash(
        errand.searches().stream().map(Errand.Search::query).toList()
            + new TreeMap<>(settings.entered(errand.descriptor())).toString());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
