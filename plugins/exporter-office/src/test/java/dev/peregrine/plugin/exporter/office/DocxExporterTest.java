package dev.peregrine.plugin.exporter.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class DocxExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new DocxExporter();
  }

  @Test
  void headingsOfAResumeAreHeadingsAndStandInReadingOrder() throws Exception {
    XWPFDocument document = document(Kind.RESUME, Locale.GERMANY, Paper.A4);

    assertThat(texts(document, "Title")).containsExactly(SampleDocuments.PERSON);
    assertThat(texts(document, "Heading1"))
        .startsWith("Profil", "Berufserfahrung")
        .contains("Ausbildung", "Kenntnisse");
    assertThat(texts(document, "Heading2"))
        .contains("Backend engineer, Village GmbH\tMärz 2021 – heute");
    assertThat(document.getParagraphs().stream().filter(each -> each.getNumID() != null))
        .extracting(XWPFParagraph::getText)
        .contains("Cut costs by 30 %");
  }

  @Test
  void theSheetIsThatOfTheLayout() throws Exception {
    var size =
        document(Kind.LETTER, Locale.US, Paper.US_LETTER)
            .getDocument()
            .getBody()
            .getSectPr()
            .getPgSz();

    assertThat(size.getW()).isEqualTo(BigInteger.valueOf(12240));
    assertThat(size.getH()).isEqualTo(BigInteger.valueOf(15840));
  }

  @Test
  void aResumeAfterALetterBeginsOnItsOwnSheet() throws Exception {
    List<XWPFParagraph> begin =
        document(Kind.APPLICATION, Locale.US, Paper.A4).getParagraphs().stream()
            .filter(XWPFParagraph::isPageBreak)
            .toList();

    assertThat(begin).extracting(XWPFParagraph::getText).containsExactly(SampleDocuments.PERSON);
  }

  @Test
  void theHeadOfATableIsRepeatedOnEachSheet() throws Exception {
    var table = document(Kind.WORK_SEARCH, Locale.US, Paper.A4).getTables().getFirst();

    assertThat(table.getRow(0).isRepeatHeader()).isTrue();
    assertThat(table.getRow(0).getCell(1).getText()).isEqualTo("Employer");
    assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("Village");
  }

  private XWPFDocument document(Kind kind, Locale locale, Paper paper) throws Exception {
    byte[] bytes = write(SampleDocuments.ordinary(kind), FakeExporterContext.layout(locale, paper));
    return new XWPFDocument(new ByteArrayInputStream(bytes));
  }

  private static List<String> texts(XWPFDocument document, String style) {
    return document.getParagraphs().stream()
        .filter(each -> style.equals(each.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }
}
