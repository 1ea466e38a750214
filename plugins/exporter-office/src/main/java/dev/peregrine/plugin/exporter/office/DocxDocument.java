package dev.peregrine.plugin.exporter.office;

import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.outline.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** A document while it is written. */
final class DocxDocument implements AutoCloseable {

  private final XWPFDocument document = new XWPFDocument();
  private final Sheet sheet;
  private final DocxStyles styles;
  private boolean newSheet;

  DocxDocument(Layout layout, Instant now) {
    sheet = Sheet.of(layout.paper());
    styles = new DocxStyles(document, layout.locale());
    var section = document.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(Sheet.twips(sheet.width()));
    size.setH(Sheet.twips(sheet.height()));
    var margins = section.addNewPgMar();
    margins.setTop(Sheet.twips(Sheet.MARGIN));
    margins.setBottom(Sheet.twips(Sheet.MARGIN));
    margins.setLeft(Sheet.twips(Sheet.MARGIN));
    margins.setRight(Sheet.twips(Sheet.MARGIN));
    var about = document.getProperties().getCoreProperties();
    about.setTitle(layout.title());
    about.setCreator("Peregrine");
    about.setCreated(Optional.of(Date.from(now)));
    about.setModified(Optional.of(Date.from(now)));
  }

  void add(List<Block> blocks) {
    blocks.forEach(this::add);
  }

  void write(OutputStream to) throws IOException {
    document.write(to);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Title title -> paragraph(DocxStyles.TITLE).createRun().setText(title.text());
      case Block.Heading heading ->
          paragraph(DocxStyles.HEADING).createRun().setText(heading.text());
      case Block.Entry entry -> entry(entry);
      case Block.Lines lines -> lines(lines);
      case Block.Links links -> links(links);
      case Block.Items items -> items(items);
      case Block.Table table -> table(table);
      case Block.NewSheet next -> newSheet = true;
    }
  }

  private XWPFParagraph paragraph(String style) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.setAlignment(ParagraphAlignment.START);
    paragraph.setPageBreak(newSheet);
    newSheet = false;
    return paragraph;
  }

  /** What stands aside is pushed to the right edge by a tab, so that it is read in order. */
  private void entry(Block.Entry entry) {
    XWPFParagraph paragraph = paragraph(DocxStyles.ENTRY);
    XWPFRun run = paragraph.createRun();
    run.setText(entry.text());
    entry
        .aside()
        .ifPresent(
            aside -> {
              var tab = paragraph.getCTPPr().addNewTabs().addNewTab();
              tab.setVal(STTabJc.RIGHT);
              tab.setPos(Sheet.twips(sheet.width() - 2 * Sheet.MARGIN));
              run.addTab();
              XWPFRun beside = paragraph.createRun();
              beside.setBold(false);
              beside.setText(aside);
            });
  }

  private void lines(Block.Lines lines) {
    XWPFParagraph paragraph = paragraph(DocxStyles.TEXT);
    XWPFRun run = paragraph.createRun();
    run.setBold(lines.strong());
    for (int i = 0; i < lines.lines().size(); i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines.lines().get(i), i);
    }
  }

  private void links(Block.Links links) {
    XWPFParagraph paragraph = paragraph(DocxStyles.TEXT);
    for (int i = 0; i < links.links().size(); i++) {
      Block.Link link = links.links().get(i);
      if (i > 0) {
        paragraph.createRun().addBreak();
      }
      XWPFRun run =
          link.isSafe() ? paragraph.createHyperlinkRun(link.address()) : paragraph.createRun();
      run.setText(link.text());
    }
  }

  private void items(Block.Items items) {
    for (String item : items.items()) {
      XWPFParagraph paragraph = paragraph(DocxStyles.ITEM);
      paragraph.setNumID(styles.dots());
      paragraph.createRun().setText(item);
    }
  }

  private void table(Block.Table table) {
    XWPFTable rows = document.createTable(table.rows().size() + 1, table.headings().size());
    rows.setWidthType(TableWidthType.PCT);
    rows.setWidth("100%");
    XWPFTableRow head = rows.getRow(0);
    head.setRepeatHeader(true);
    fill(head, table.headings(), true);
    for (int i = 0; i < table.rows().size(); i++) {
      fill(rows.getRow(i + 1), table.rows().get(i), false);
      rows.getRow(i + 1).setCantSplitRow(true);
    }
  }

  private static void fill(XWPFTableRow row, List<String> cells, boolean strong) {
    for (int i = 0; i < cells.size(); i++) {
      XWPFParagraph paragraph = row.getCell(i).getParagraphs().getFirst();
      paragraph.setStyle(DocxStyles.CELL);
      XWPFRun run = paragraph.createRun();
      run.setBold(strong);
      run.setText(cells.get(i));
    }
  }
}
