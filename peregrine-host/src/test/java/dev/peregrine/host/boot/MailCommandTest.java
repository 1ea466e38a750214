package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MailCommandTest {

  private static final String MAIL =
      "From: Nora Held <held@kontor.example>\nSubject: Your interview\nMessage-ID: <1@kontor.example>\n"
          + "Date: Tue, 17 Nov 2026 09:30:00 +0100\n\nMonday at ten?\n\n> Dear Ms Held,\n> when?\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int read(String... arguments) {
    return Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of("mail", "read"), Stream.of(arguments)).toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aMailIsSaidToAPersonWithoutWhatIsQuoted() throws IOException {
    assertThat(read(file("a.eml", MAIL))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("From     Nora Held <held@kontor.example>")
        .contains("Subject  Your interview")
        .contains("Monday at ten?")
        .doesNotContain("Dear Ms Held");
  }

  @Test
  void eachMailOfAnMboxIsAJsonObjectOnALine() throws IOException {
    assertThat(read(file("a.mbox", "From a\n" + MAIL + "\nFrom b\n" + MAIL), "--json"))
        .isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    var mail = JsonMapper.shared().readTree(lines.getFirst());
    assertThat(mail.path("from").asString()).isEqualTo("held@kontor.example");
    assertThat(mail.path("sent").asString()).isEqualTo("2026-11-17T08:30:00Z");
    assertThat(mail.path("quoted").asString()).contains("> when?");
  }

  @Test
  void aFileThatIsNotThereIsSaidAndTheOthersAreRead() throws IOException {
    assertThat(read(folder.resolve("none.eml").toString(), file("a.eml", MAIL)))
        .isEqualTo(ExitCode.PARTLY);
    assertThat(err.toString()).contains("none.eml\": it cannot be read");
    assertThat(out.toString()).contains("Monday at ten?");
  }

  @Test
  void whatWouldSteerATerminalIsLeftOut() throws IOException {
    read(file("a.eml", "From: a@b.example\nSubject: x\n\n\u001b[2Jgone\u0007\n"));
    assertThat(out.toString())
        .contains("[2Jgone")
        .doesNotContain("\u001b")
        .doesNotContain("\u0007");
  }
}
