package dev.peregrine.plugin.exporter.pdf.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PdfResumeExporterTest extends ExporterContract {

  private static final String RESUME =
      """
      {"basics": {"name": "Zoë Łukasz-Müller", "label": "Backend engineer",
         "email": "zoe@example.org", "phone": "+49 30 1234567", "url": "https://zoe.example/",
         "summary": "Builds billing.\\n\\nDon’t call it magic: fi, fl, ft, 10:30, 3×4, 2021–2025.",
         "location": {"postalCode": "10115", "city": "Berlin", "countryCode": "DE"},
         "profiles": [{"network": "GitHub", "url": "https://github.example/zoe"}]},
       "work": [
        {"name": "Village GmbH", "position": "Bereitschaftsleiterin", "location": "Berlin",
         "startDate": "2021-03", "current": true, "summary": "Payments & more.",
         "highlights": ["• Cut costs by 30 %", "Led <b>five</b> people"]},
        {"name": "Town AG", "position": "Developer", "startDate": "2017-10-01",
         "endDate": "2021-02", "url": "javascript:alert(1)"}],
       "education": [{"institution": "TU Berlin", "area": "Computer science", "studyType": "MSc",
         "endDate": "2017", "score": "1.3"}],
       "skills": [{"name": "Backend", "keywords": ["Java", "Kafka"]}],
       "languages": [{"language": "Ελληνικά", "fluency": "C1"}, {"language": "Українська"},
         {"language": "ქართული"}, {"language": "Հայերեն"}]}
      """;

  @Override
  protected Exporter exporter() {
    return new PdfResumeExporter();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aProgramReadsWhatAPersonReadsInTheSameOrder(Theme theme) throws Exception {
    String text = text(resume(RESUME, layout(Locale.GERMANY, Paper.A4, theme)));

    assertThat(text)
        .containsSubsequence(
            "Zoë Łukasz-Müller",
            "Backend engineer",
            "zoe@example.org · +49 30 1234567 · 10115 Berlin, Deutschland",
            "zoe.example · github.example/zoe",
            "Builds billing.",
            "Don’t call it magic: fi, fl, ft, 10:30, 3×4, 2021–2025.",
            "Bereitschaftsleiterin, Village GmbH · Berlin",
            "Payments & more.",
            "Cut costs by 30 %",
            "Led <b>five</b> people",
            "Developer, Town AG",
            "MSc Computer science, TU Berlin",
            "Note: 1.3",
            "Java, Kafka",
            "Ελληνικά (C1), Українська, ქართული, Հայերեն");
    assertThat(text).contains("03/2021 – heute", "10/2017 – 02/2021").doesNotContain("javascript");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theDatesOfAnEntryStandBesideIt(Theme theme) throws Exception {
    String text = text(resume(RESUME, layout(Locale.US, Paper.US_LETTER, theme)));

    assertThat(text.lines())
        .anyMatch(line -> line.contains("Village GmbH") && line.contains("Mar 2021 – present"))
        .anyMatch(line -> line.contains("Town AG") && line.contains("Oct 2017 – Feb 2021"));
  }

  @Test
  void itIsTaggedAndSaysItsTitleAndLanguage() throws Exception {
    try (PDDocument pdf = open(resume(RESUME, layout(Locale.GERMANY, Paper.A4, Theme.MODERN)))) {
      var catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("de-DE");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Résumé of Zoë");
      assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo(SampleDocuments.PERSON);
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
      assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .contains("Résumé of Zoë", "<xmp:CreateDate>2026-11-22T09:00:00Z<", "pdfuaid:part")
          .contains("<pdfaid:part>3");
      assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(pdf.getPage(0).getCOSObject().containsKey(COSName.STRUCT_PARENTS)).isTrue();
    }
  }

  @Test
  void everyFontIsInTheFile() throws Exception {
    try (PDDocument pdf = open(resume(RESUME, layout(Locale.GERMANY, Paper.A4, Theme.CLASSIC)))) {
      var resources = pdf.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
      assertThat(
              StreamSupport.stream(resources.getFontNames().spliterator(), false)
                  .map(name -> name.getName())
                  .count())
          .isGreaterThan(4);
    }
  }

  @Test
  void contactsMayBeClicked() throws Exception {
    try (PDDocument pdf = open(resume(RESUME, layout(Locale.GERMANY, Paper.A4, Theme.MODERN)))) {
      assertThat(pdf.getPage(0).getAnnotations())
          .extracting(link -> ((PDAnnotationLink) link).getAction().getCOSObject().getString("URI"))
          .containsExactly(
              "mailto:zoe@example.org",
              "tel:+49301234567",
              "https://zoe.example/",
              "https://github.example/zoe");
    }
  }

  @Test
  void thePaperIsThatOfTheCountry() throws Exception {
    try (PDDocument a4 = open(resume(RESUME, layout(Locale.GERMANY, Paper.A4, Theme.COMPACT)));
        PDDocument letter =
            open(resume(RESUME, layout(Locale.US, Paper.US_LETTER, Theme.COMPACT)))) {
      assertThat(a4.getPage(0).getMediaBox().getWidth()).isBetween(595f, 595.4f);
      assertThat(letter.getPage(0).getMediaBox().getWidth())
          .isEqualTo(PDRectangle.LETTER.getWidth());
    }
  }

  @Test
  void aLittleTooMuchForAPageIsSqueezedOntoIt() throws Exception {
    int onOne = 0;
    for (int bullets = 20; bullets < 60; bullets++) {
      try (PDDocument pdf =
          open(resume(withBullets(bullets), layout(Locale.US, Paper.A4, Theme.CLASSIC)))) {
        if (pdf.getNumberOfPages() > 1) {
          // What did not fit is worth a page of its own.
          assertThat(text(pdf, 2).lines().filter(line -> line.startsWith("Did")))
              .hasSizeGreaterThan(5);
          assertThat(onOne).isGreaterThan(30);
          return;
        }
        onOne = bullets;
      }
    }
    throw new AssertionError("Sixty bullets on one page.");
  }

  @Test
  void aLetterStandsBeforeTheResumeOnPagesOfItsOwn() throws Exception {
    var application =
        new ExportRequest.Application(
            SampleDocuments.letter(
                SampleDocuments.PERSON, "Dear Ms Peel,\n\nfirst\nsecond\n\nKind regards\nZoë"),
            new ExportRequest.Resume(RESUME));
    try (PDDocument pdf =
        open(write(application, layout(Locale.GERMANY, Paper.A4, Theme.CLASSIC)))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(text(pdf, 1))
          .containsSubsequence(
              "Zoë Łukasz-Müller",
              "Village GmbH",
              "Emma Peel",
              "Berlin, 22. November 2026",
              "Backend engineer",
              "Dear Ms Peel,",
              "first",
              "second",
              "Kind regards",
              "Zoë")
          .doesNotContain("Kafka");
      assertThat(text(pdf, 2)).contains("Kafka").doesNotContain("Ms Peel");
    }
  }

  @Test
  void whatTheFontsLackIsSaid() throws Exception {
    var context =
        FakeExporterContext.of(exporter().descriptor(), layout(Locale.US, Paper.A4, Theme.CLASSIC));
    var out = new ByteArrayOutputStream();
    exporter()
        .export(new ExportRequest.Resume("{\"basics\": {\"name\": \"Ali 🚀 على\"}}"), out, context);

    assertThat(context.said())
        .singleElement()
        .asString()
        .contains("\"🚀\", \"ع\", \"ل\", \"ى\"")
        .contains("its fonts lack them");
    assertThat(text(out.toByteArray())).contains("Ali □□□");
  }

  @Test
  void anUnknownTemplateIsTheUsualOne() throws Exception {
    Layout usual = layout(Locale.US, Paper.A4, Theme.CLASSIC);
    Layout other =
        new Layout(
            usual.locale(), usual.zone(), usual.paper(), Optional.of("baroque"), usual.title());

    assertThat(resume(RESUME, other)).isEqualTo(resume(RESUME, usual));
  }

  @Test
  void everyLanguageHasEveryWord() {
    var english = Words.in(Locale.ENGLISH).words().keySet();
    for (String language : "de fr es it pt nl pl cs sv da nb fi el uk".split(" ")) {
      assertThat(Words.in(Locale.of(language)).words()).as(language).containsOnlyKeys(english);
      assertThat(Words.in(Locale.of(language))).isNotEqualTo(Words.in(Locale.ENGLISH));
    }
  }

  private static String withBullets(int bullets) {
    return """
        {"basics": {"name": "Zoë"}, "work": [{"name": "Village", "position": "Engineer",
         "highlights": [%s]}]}
        """
        .formatted(
            Stream.iterate(1, i -> i + 1)
                .limit(bullets)
                .map(i -> "\"Did thing number %d\"".formatted(i))
                .collect(Collectors.joining(",")));
  }

  private byte[] resume(String json, Layout layout) throws Exception {
    return write(new ExportRequest.Resume(json), layout);
  }

  private static Layout layout(Locale locale, Paper paper, Theme theme) {
    Layout layout = FakeExporterContext.layout(locale, paper);
    return new Layout(locale, layout.zone(), paper, Optional.of(theme.id()), "Résumé of Zoë");
  }

  private static PDDocument open(byte[] pdf) throws Exception {
    return Loader.loadPDF(pdf);
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = open(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String text(PDDocument pdf, int page) throws Exception {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }
}
