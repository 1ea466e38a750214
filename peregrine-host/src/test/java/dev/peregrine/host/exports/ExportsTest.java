package dev.peregrine.host.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.boot.PluginJar;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.plugins.PluginBugException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

  /** Writes the letter's body, and does what the body says. */
  private static final String SOURCE =
      """
      package sample;
      import dev.peregrine.api.*;
      import dev.peregrine.api.export.*;
      import java.io.*;
      import java.util.*;
      public final class Pages implements Exporter {
        public ExporterDescriptor descriptor() {
          return ExporterDescriptor.of(About.of("pages", "Pages", "Writes pages."), "text",
                  "text/plain", ExportRequest.Kind.LETTER)
              .withExtension("txt")
              .withTemplates(new ExporterDescriptor.Template("wide", "Wide"),
                  new ExporterDescriptor.Template("tall", "Tall"));
        }
        public void export(ExportRequest request, OutputStream to, ExporterContext context)
            throws ExtensionException, IOException {
          String body = ((ExportRequest.Letter) request).body();
          switch (body) {
            case "odd" -> {
              context.progress().step("Left out.");
              to.write(1);
            }
            case "bug" -> throw new IllegalStateException("oops");
            case "broken" -> throw new IOException("its own");
            case "empty" -> {}
            case "endless" -> { while (true) { to.write(new byte[1 << 20]); } }
            case "refused" -> throw new ExtensionException(
                ExtensionException.Kind.UNSUPPORTED, "Too odd for this.");
            default -> to.write((context.layout().template().orElse("") + " " + body).getBytes("UTF-8"));
          }
        }
      }
      """;

  @TempDir Path root;
  private SearchHome home;
  private Exports exports;

  @BeforeEach
  void start() throws IOException {
    PluginJar.write(
        root.resolve("shipped/pages.jar"),
        Map.of(
            "Plugin-Id", "exporter-pages",
            "Plugin-Version", "1.2",
            "Plugin-Requires", "0.1",
            "Plugin-Provider", "Test"),
        "dev.peregrine.api.export.Exporter",
        "sample.Pages",
        SOURCE);
    home = new SearchHome(root);
    exports = new Exports(home.plugins, home.contexts);
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void aDocumentIsWrittenAndItIsKnownByWhomAndWhatItIs() {
    Written written = write("Hello", Optional.of("tall"));
    assertThat(new String(written.bytes(), StandardCharsets.UTF_8)).isEqualTo("tall Hello");
    assertThat(written.name()).isEqualTo("Ada-Lovelace_Letter_Acme_2026-05-20.txt");
    assertThat(written.mediaType()).isEqualTo("text/plain");
    assertThat(written.exporter()).isEqualTo("pages");
    assertThat(written.version()).isEqualTo("1.2");
    assertThat(written.template()).contains("tall");
    assertThat(written.sha256())
        .isEqualTo("b32a791202ab54611f008ba656c8e163d7ddb77e8f360e4fa2284ab881edd2a2");
  }

  @Test
  void aTemplateThatIsNotThereCountsAsTheUsualOne() {
    assertThat(write("x", Optional.of("round")).template()).contains("wide");
    assertThat(write("x", Optional.empty()).template()).contains("wide");
  }

  @Test
  void onlyFormatsOfTheKindAreOffered() {
    assertThat(formats(Kind.LETTER)).extracting(ExportFormat::exporter).containsExactly("pages");
    assertThat(formats(Kind.RESUME)).isEmpty();
    assertThat(home.in(() -> exports.find(Kind.LETTER, "text"))).isPresent();
    assertThat(home.in(() -> exports.find(Kind.LETTER, "pages"))).isPresent();
    assertThat(home.in(() -> exports.find(Kind.LETTER, "pdf"))).isEmpty();
  }

  @Test
  void whatAnExporterCannotWriteIsSaidInItsWords() {
    assertFails("refused", "Too odd for this.");
  }

  @Test
  void whatAPersonShouldKnowOfADocumentComesWithIt() {
    assertThat(write("odd", Optional.empty()).notes()).containsExactly("Left out.");
    assertThat(write("usual", Optional.empty()).notes()).isEmpty();
  }

  @Test
  void anEmptyDocumentIsNone() {
    assertFails(
        "empty", "\"Pages\" wrote an empty document. Report it to the author of its plugin.");
  }

  @Test
  void aDocumentHasAnEnd() {
    assertFails("endless", "The document grew over 100 MiB, expected less. Leave something out.");
  }

  @Test
  void whatAnExporterThrowsIsABugOfItsPlugin() {
    for (String body : List.of("bug", "broken")) {
      assertThatThrownBy(
              () ->
                  home.tenant.call(
                      () ->
                          exports.write(letter(body), format(), layout(Optional.empty()), name())))
          .isInstanceOf(PluginBugException.class);
    }
  }

  @Test
  void anotherDocumentOfTheSameNameIsNotOverwritten() throws IOException {
    var folder = new Folder(root.resolve("out"));
    Path first = folder.keep(write("one", Optional.empty()));
    Path second = folder.keep(write("two", Optional.empty()));
    assertThat(folder.keep(write("two", Optional.empty()))).isEqualTo(second);
    assertThat(folder.keep(write("one", Optional.empty()))).isEqualTo(first);
    assertThat(first).hasFileName("Ada-Lovelace_Letter_Acme_2026-05-20.txt").hasContent("wide one");
    assertThat(second)
        .hasFileName("Ada-Lovelace_Letter_Acme_2026-05-20_2.txt")
        .hasContent("wide two");
    try (var all = Files.list(root.resolve("out"))) {
      assertThat(all).hasSize(2);
    }
  }

  private void assertFails(String body, String sentence) {
    assertThatThrownBy(
            () ->
                home.tenant.call(
                    () -> exports.write(letter(body), format(), layout(Optional.empty()), name())))
        .isInstanceOf(ExtensionException.class)
        .hasMessage(sentence);
  }

  private List<ExportFormat> formats(Kind kind) {
    return home.in(() -> exports.formats(kind));
  }

  private ExportFormat format() {
    return formats(Kind.LETTER).getFirst();
  }

  private Written write(String body, Optional<String> template) {
    return home.in(() -> exports.write(letter(body), format(), layout(template), name()));
  }

  private static ExportRequest letter(String body) {
    return new ExportRequest.Letter(
        new ExportRequest.Sender("Ada", List.of(), List.of()),
        List.of(),
        Optional.empty(),
        LocalDate.of(2026, 5, 20),
        Optional.empty(),
        body);
  }

  private static Layout layout(Optional<String> template) {
    return new Layout(Locale.ENGLISH, ZoneOffset.UTC, Paper.A4, template, "A letter");
  }

  private static DocumentName name() {
    return new DocumentName(
        DocumentName.USUAL, "Letter", "Ada Lovelace", "Acme", "Cook", LocalDate.of(2026, 5, 20));
  }
}
