package dev.peregrine.plugin.exporter.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Column;
import dev.peregrine.api.export.ExportRequest.Fact;
import dev.peregrine.api.export.ExportRequest.Job;
import dev.peregrine.api.export.ExportRequest.Sender;
import dev.peregrine.api.export.ExportRequest.Step;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PdfExporterTest extends ExporterContract {

  private static final String BODY =
      """
      Sehr geehrte Frau Peel,

      der Bereitschaftsdienst ist „meins“: fi, fl, ft, 10:30, 3×4, 2021–2025, R&D, <b>so</b>.

      Ελληνικά, Українська, ქართული, Հայերեն.

      Freundliche Grüße
      Zoë""";

  @Override
  protected Exporter exporter() {
    return new PdfExporter();
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void aLetterIsReadInTheOrderInWhichItWasWritten(Look look) throws Exception {
    assertThat(text(letter(BODY, layout(Locale.GERMANY, Paper.A4, look))))
        .containsSubsequence(
            "Zoë Łukasz-Müller",
            "1 Sample Street · 10115 Berlin · zoe@example.org",
            "Village GmbH",
            "Emma Peel",
            "Berlin, 22. November 2026",
            "Backend engineer",
            "Sehr geehrte Frau Peel,",
            "der Bereitschaftsdienst ist „meins“: fi, fl, ft, 10:30, 3×4, 2021–2025, R&D, <b>so</b>.",
            "Ελληνικά, Українська, ქართული, Հայերեն.",
            "Freundliche Grüße",
            "Zoë");
  }

  @Test
  void aLetterIsTaggedAndSaysItsTitleItsLanguageAndItsTime() throws Exception {
    try (PDDocument pdf = open(letter(BODY, layout(Locale.GERMANY, Paper.A4, Look.CLASSIC)))) {
      var catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("de-DE");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Brief an Łódź");
      assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo(SampleDocuments.PERSON);
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
      assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .contains(">Brief an Łódź<", "<pdfuaid:part>1<", ">2026-11-22T09:00:00Z<");
      assertThat(tags(catalog.getStructureTreeRoot()))
          .containsExactly("Document", "H1", "P", "P", "P", "P", "H2", "P", "P", "P", "P");
    }
  }

  @Test
  void everyFontIsInTheFile() throws Exception {
    try (PDDocument pdf = open(letter(BODY, layout(Locale.GERMANY, Paper.A4, Look.MODERN)))) {
      var resources = pdf.getPage(0).getResources();
      var names = new ArrayList<String>();
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
        names.add(resources.getFont(name).getName());
      }
      assertThat(names).anyMatch(name -> name.endsWith("Inter-Regular")).hasSize(4);
    }
  }

  @Test
  void aLittleTooMuchForAPageIsSetSmaller() throws Exception {
    int first = firstLengthOfTwoPages();
    Layout layout = layout(Locale.US, Paper.US_LETTER, Look.CLASSIC);

    assertThat(pages(letter(lines(first), layout))).isEqualTo(2);
    assertThat(pages(letter(lines(first - 1), layout))).isEqualTo(1);
    // At the usual size of 11 points, fewer lines fit on the page.
    assertThat(first * 11 * 1.36).isGreaterThan(792 - 2 * 56.7 - 150);
  }

  private int firstLengthOfTwoPages() throws Exception {
    for (int count = 20; count < 80; count++) {
      if (pages(letter(lines(count), layout(Locale.US, Paper.US_LETTER, Look.CLASSIC))) > 1) {
        return count;
      }
    }
    throw new AssertionError("Eighty lines on a page.");
  }

  @Test
  void aLongLetterHasNumberedPagesAndLosesNothing() throws Exception {
    byte[] pdf = letter(lines(140), layout(Locale.US, Paper.US_LETTER, Look.CLASSIC));

    assertThat(pages(pdf)).isEqualTo(4);
    assertThat(text(pdf))
        .contains("line 1 of", "line 70 of", "line 140 of", "1 / 4", "2 / 4", "4 / 4");
  }

  @Test
  void aListOfJobsKeepsEachRowTogetherAndRepeatsItsHead() throws Exception {
    var jobs = IntStream.rangeClosed(1, 60).mapToObj(PdfExporterTest::job).toList();
    byte[] pdf =
        write(new ExportRequest.Jobs(jobs), layout(Locale.GERMANY, Paper.A4, Look.CLASSIC));

    try (PDDocument document = open(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      assertThat(document.getPage(0).getMediaBox().getWidth())
          .isGreaterThan(document.getPage(0).getMediaBox().getHeight());
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        assertThat(text(document, page)).contains("Stelle Firma Ort Stand Passung Gefunden");
      }
      assertThat(tags(document.getDocumentCatalog().getStructureTreeRoot()))
          .contains("Table", "TR", "TH", "TD")
          .filteredOn("TD"::equals)
          .hasSize(60 * 6);
    }
    assertThat(text(pdf))
        .contains("Engineer 1 Village GmbH Berlin, Germany Interview 81 01.11.26")
        .contains("Engineer 60 Village GmbH Berlin, Germany Interview 81 01.11.26");
  }

  @Test
  void aReportHasTheColumnsOfTheAuthorityAndAPlaceToSign() throws Exception {
    var search =
        new ExportRequest.WorkSearch(
            new Sender(SampleDocuments.PERSON, List.of("Kundennummer 4711"), List.of()),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 30),
            List.of(job(1)),
            List.of(
                new Column("Tag", Fact.DATE),
                new Column("Arbeitgeber", Fact.COMPANY),
                new Column("Bemühung", Fact.STEP)),
            List.of("Ich erkläre, dass dies wahr ist."));

    assertThat(text(write(search, layout(Locale.GERMANY, Paper.A4, Look.CLASSIC))))
        .containsSubsequence(
            "Brief an Łódź",
            "Zoë Łukasz-Müller",
            "Kundennummer 4711",
            "Zeitraum: 1. November 2026 – 30. November 2026",
            "Tag Arbeitgeber Bemühung",
            "02.11.2026 Village GmbH Applied",
            "09.11.2026 Village GmbH Interview",
            "Ich erkläre, dass dies wahr ist.",
            "Ort, Datum, Unterschrift");
  }

  @Test
  void aReportWithoutColumnsHasTheUsualOnes() throws Exception {
    var search =
        new ExportRequest.WorkSearch(
            new Sender("Zoë", List.of(), List.of()),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 30),
            List.of(job(1)),
            List.of(),
            List.of());

    assertThat(text(write(search, layout(Locale.UK, Paper.A4, Look.CLASSIC))))
        .contains("Date What was done Company Job Place Result");
  }

  @Test
  void whatTheFontsLackIsSaid() throws Exception {
    var context =
        FakeExporterContext.of(exporter().descriptor(), layout(Locale.US, Paper.A4, Look.CLASSIC));
    exporter()
        .export(SampleDocuments.letter("Zoë", "مرحبا 🚀"), new ByteArrayOutputStream(), context);

    assertThat(context.said()).singleElement().asString().contains("\"🚀\"", "\"م\"");
  }

  @Test
  void everyLanguageHasEveryWord() {
    var english = Words.in(Locale.ENGLISH).words().keySet();
    for (String language : "de fr es it pt nl pl cs sv da nb fi el uk".split(" ")) {
      assertThat(Words.in(Locale.of(language)).words()).as(language).containsOnlyKeys(english);
      assertThat(Words.in(Locale.of(language))).isNotEqualTo(Words.in(Locale.ENGLISH));
    }
  }

  private static String lines(int count) {
    var lines = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      lines.append("line ").append(i).append(" of a letter\n");
    }
    return lines.toString();
  }

  private static Job job(int number) {
    return new Job(
        Integer.toString(number),
        Posting.of(
                Integer.toString(number),
                "Engineer " + number,
                URI.create("https://jobs.example/" + number))
            .withCompany(Optional.of("Village GmbH"))
            .withPlaces(List.of(Place.of("Berlin, Germany").orElseThrow())),
        "village",
        "interviewing",
        Optional.of(new Score.Match(81.4, List.of(), List.of())),
        Instant.parse("2026-11-01T08:00:00Z"),
        List.of(
            new Step(Instant.parse("2026-11-02T08:00:00Z"), "applied", "Applied"),
            new Step(Instant.parse("2026-11-09T08:00:00Z"), "interviewing", "Interview")),
        Optional.empty());
  }

  private byte[] letter(String body, Layout layout) throws Exception {
    return write(SampleDocuments.letter(SampleDocuments.PERSON, body), layout);
  }

  private static Layout layout(Locale locale, Paper paper, Look look) {
    Layout layout = FakeExporterContext.layout(locale, paper);
    return new Layout(locale, layout.zone(), paper, Optional.of(look.id()), "Brief an Łódź");
  }

  private static List<String> tags(PDStructureNode node) {
    var tags = new ArrayList<String>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        tags.addAll(tags(element));
      }
    }
    return tags;
  }

  private static PDDocument open(byte[] pdf) throws Exception {
    return Loader.loadPDF(pdf);
  }

  private static int pages(byte[] pdf) throws Exception {
    try (PDDocument document = open(pdf)) {
      return document.getNumberOfPages();
    }
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
