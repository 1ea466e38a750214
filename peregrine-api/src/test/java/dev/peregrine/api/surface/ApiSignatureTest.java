package dev.peregrine.api.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps the API from changing by accident: what plugins can see is committed as {@code api.txt},
 * and a change of it is made on purpose.
 */
class ApiSignatureTest {

  private static final Path LIST = Path.of(System.getProperty("basedir", "")).resolve("api.txt");

  @Test
  void theApiIsTheOneThatWasCommitted() throws IOException {
    List<String> now = Signatures.of(ApiClasses.visible());
    if (Boolean.getBoolean("api.update")) {
      Files.write(LIST, now);
    }
    List<String> committed = Files.exists(LIST) ? Files.readAllLines(LIST) : List.of();
    var lost = new ArrayList<>(committed);
    lost.removeAll(now);
    var added = new ArrayList<>(now);
    added.removeAll(committed);
    if (!lost.isEmpty() || !added.isEmpty()) {
      fail(difference(lost, added));
    }
    assertThat(committed).as("api.txt, in order and without duplicates").isEqualTo(now);
  }

  static String difference(List<String> lost, List<String> added) {
    var text = new StringBuilder("The public API is not the one in peregrine-api/api.txt.\n");
    section(text, "- ", "Gone, which may break plugins:", lost);
    section(text, "+ ", "New:", added);
    return text.append(
            """

            If this is wanted, update the list and commit it with the change:
              mvn -pl peregrine-api test -Dapi.update=true
            peregrine-api/README.md says what a change means for the version.
            """)
        .toString();
  }

  private static void section(StringBuilder text, String sign, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(line -> text.append("  ").append(sign).append(line).append('\n'));
    }
  }
}
