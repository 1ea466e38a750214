package dev.peregrine.host.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/boards.md} is what the boards say of themselves. */
class BoardsPageIT {

  private static final Path DOCUMENT = Path.of("..", "docs", "boards.md");

  @Test
  void theDocumentListsTheShippedBoards(@TempDir Path home) throws Exception {
    Program.Printed printed = Program.run(home, home, "board", "list", "--json");
    assertThat(printed.exit()).as(printed.err()).isZero();
    var boards = new ArrayList<JsonNode>();
    for (String line : printed.out().lines().filter(l -> !l.isBlank()).toList()) {
      boards.add(JsonMapper.shared().readTree(line));
    }
    assertThat(boards).hasSizeGreaterThanOrEqualTo(9);
    String expected = document(boards);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(read())
        .as("docs/boards.md; rewrite it with: ./peregrine test -Ddocs.update=true")
        .isEqualTo(expected);
  }

  private static String read() throws IOException {
    return Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
  }

  private static String document(List<JsonNode> boards) {
    var text =
        new StringBuilder(
            """
            # Boards

            Written by a test from what each board says of itself. *Filters* are those that the board
            applies; Peregrine applies the others to what was found. `base-url` is a setting of each.

            | board | id | how | searched | filters | talks to |
            |---|---|---|---|---|---|
            """);
    for (JsonNode board : boards) {
      text.append(
          "| %s | `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  board.path("name").asString(),
                  board.path("id").asString(),
                  board.path("kind").asString().replace('_', ' '),
                  board.path("on_by_default").asBoolean() ? "by default" : "when chosen",
                  joined(board.path("filters"), "none", ""),
                  joined(board.path("hosts"), "where you point it", "`")));
    }
    text.append("\n## What their operators ask\n\n");
    for (JsonNode board : boards) {
      if (board.path("terms").isString()) {
        text.append(
            "- **%s**: %s%n"
                .formatted(board.path("name").asString(), board.path("terms").asString()));
      }
    }
    return text.toString();
  }

  private static String joined(JsonNode list, String otherwise, String quote) {
    String text =
        StreamSupport.stream(list.spliterator(), false)
            .map(value -> quote + value.asString().replace('_', ' ') + quote)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? otherwise : text;
  }
}
