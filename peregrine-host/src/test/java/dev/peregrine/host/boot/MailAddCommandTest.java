package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Mails from files, and the list of all, from the command line. */
class MailAddCommandTest {

  private static final String MAIL =
      """
      From: Nora Held <held@kontor.example>
      Subject: Your interview
      Message-ID: <1@kontor.example>
      Date: Tue, 17 Nov 2026 09:30:00 +0100

      Monday at ten?
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.add("--home=" + folder.resolve("home"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void mailsFromFilesAreKeptOnceAndListedWithTheirOutcome() throws Exception {
    String one = file("one.eml", MAIL);
    String two =
        file("two.mbox", "From x\n" + MAIL + "\nFrom y\n" + MAIL.replace("<1@", "<2@") + "\n");
    String outlook = folder.resolve("x.msg").toString();
    Files.write(
        Path.of(outlook), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});

    assertThat(run("mail", "add", one, two, outlook, folder.resolve("none").toString()))
        .isEqualTo(ExitCode.PARTLY);
    assertThat(out.toString())
        .contains("one.eml: 1 added, 0 known, 0 of the added ones unreadable")
        .contains("two.mbox: 1 added, 1 known");
    assertThat(err.toString())
        .contains("x.msg\": it is one of Outlook's own")
        .contains("none\": it cannot be read");
    assertThat(run("mail", "add", one, "--json")).isZero();
    assertThat(JsonMapper.shared().readTree(out.toString()).path("known").asInt()).isEqualTo(1);

    assertThat(run("mail", "list", "--json")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    var mail = JsonMapper.shared().readTree(lines.getFirst());
    assertThat(mail.path("account").asString()).isEqualTo("files");
    assertThat(mail.path("from").asString()).isEqualTo("held@kontor.example");
    assertThat(mail.path("outcome").asString()).isNotEmpty();

    assertThat(run("mail", "list", "--limit", "1")).isZero();
    assertThat(out.toString()).contains("Your interview");
    assertThat(err.toString()).startsWith("2 mails: ");
    assertThat(run("mail", "list", "--words", "nowhere")).isZero();
    assertThat(err.toString()).startsWith("0 mails");
  }

  @Test
  void whatIsNoOutcomeOrLabelIsSaid() {
    assertThat(run("mail", "list", "--outcome", "gone")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Outcome \"gone\": expected one of new, waiting");
    assertThat(run("mail", "list", "--label", "good")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Label \"good\": expected one of interview_scheduled");
  }
}
