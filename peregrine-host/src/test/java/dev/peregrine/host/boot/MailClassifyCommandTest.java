package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.discovery.BoardJar;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mail classify} and {@code mail evaluate}, with a classifier that reads subjects. */
class MailClassifyCommandTest {

  private static final String LABELLED =
      """
      {"subject":"no","body":"One","label":"rejected"}
      {"subject":"no","body":"Two","label":"rejected"}
      {"subject":"no","body":"Three","label":"digest"}
      {"subject":"hm","body":"Four","label":"digest"}
      """;

  @TempDir Path folder;
  private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aClassifier() throws Exception {
    home = Files.createDirectories(folder.resolve("home"));
    new BoardJar()
        .classifier(
            "subjects",
            "ClassifierDescriptor.of(about, 1)",
            """
            return mail.subject().contains("no")
                ? new Verdict(MailLabel.REJECTED, 0.9, List.of(mail.subject()))
                : new Verdict(MailLabel.UNRELATED, 0.25, List.of());
            """,
            "return Optional.empty();")
        .into(folder.resolve("jars"));
    assertThat(run("plugin", "install", folder.resolve("jars/sample.jar").toString()))
        .as(err.toString())
        .isZero();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.add("--home=" + home);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<JsonNode> objects() {
    return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
  }

  @Test
  void eachMailOfEachKindOfFileIsALine() throws IOException {
    String mail = "From: a@kornhaus.example\nSubject: %s\n\nText.\n";
    int code =
        run(
            "mail",
            "classify",
            file("a.eml", mail.formatted("no more")),
            file(
                "b.mbox",
                "From x\n"
                    + mail.formatted("maybe")
                    + "\nFrom y\n"
                    + mail.formatted("no\u001b[31m")),
            file("c.jsonl", "{\"subject\":\"hm\",\"body\":\"b\"}\n"));

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines())
        .containsExactly(
            "rejected             0.90  no more  ← no more",
            "unrelated            0.25? maybe",
            "rejected             0.90  no [31m  ← no [31m",
            "unrelated            0.25? hm");
  }

  @Test
  void verdictsAreObjectsForPrograms() throws IOException {
    assertThat(run("mail", "classify", "--json", file("c.jsonl", LABELLED))).isZero();

    JsonNode first = objects().getFirst();
    assertThat(first.path("label").asString()).isEqualTo("rejected");
    assertThat(first.path("sure").asBoolean()).isTrue();
    assertThat(first.path("classifier").asString()).isEqualTo("subjects");
    assertThat(first.path("words").get(0).asString()).isEqualTo("no");
    assertThat(objects()).hasSize(4);
  }

  @Test
  void theFiguresAreATableForPeople() throws IOException {
    int code = run("mail", "evaluate", file("c.jsonl", LABELLED + "{\n"));

    assertThat(code).isEqualTo(ExitCode.PARTLY);
    assertThat(out.toString())
        .containsPattern("rejected +2 +0\\.667 +1\\.000 +0\\.800 +1\\.000")
        .containsPattern("digest +2 +– +0\\.000 +0\\.000 +0\\.500")
        .contains("4 mails · accuracy 0.500 · macro-F1 0.400 · shown as uncertain 0.250")
        .contains("1 line was left out.");
    assertThat(err.toString()).contains("c.jsonl\", line 5: no JSON object.");
  }

  @Test
  void theFiguresAreAnObjectForPrograms() throws IOException {
    assertThat(
            run("mail", "evaluate", "--json", "--classifier=subjects", file("c.jsonl", LABELLED)))
        .isZero();

    JsonNode figures = objects().getFirst();
    assertThat(figures.path("accuracy").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("labels").path("rejected").path("precision").asDouble())
        .isBetween(0.66, 0.67);
    assertThat(figures.path("confusion").path("digest").path("unrelated").asInt()).isEqualTo(1);
  }

  @Test
  void aClassifierThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    assertThat(run("mail", "evaluate", "--classifier=magic", file("c.jsonl", LABELLED)))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("\"magic\": expected one that is on: subjects");
  }

  @Test
  void withoutAnyMailTheFiguresFail() throws IOException {
    assertThat(run("mail", "evaluate", file("c.jsonl", "{}\n"), "missing.jsonl"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("line 1: neither \"subject\" nor \"body\"")
        .contains("File \"missing.jsonl\": it cannot be read")
        .contains("There is no labelled mail to look at.");
  }
}
