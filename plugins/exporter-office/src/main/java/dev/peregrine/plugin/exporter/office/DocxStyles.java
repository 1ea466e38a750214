package dev.peregrine.plugin.exporter.office;

import java.math.BigInteger;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * The styles of a document, under the names that Word and screen readers know: headings are found
 * by them, and the person changes the look of all of a kind at once.
 */
final class DocxStyles {

  static final String TEXT = "Normal";
  static final String TITLE = "Title";
  static final String HEADING = "Heading1";
  static final String ENTRY = "Heading2";
  static final String ITEM = "ListBullet";
  static final String CELL = "TableText";

  private static final String FONT = "Arial";

  private final XWPFDocument document;
  private final BigInteger dots;

  DocxStyles(XWPFDocument document, Locale locale) {
    this.document = document;
    var styles = document.createStyles();
    var fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
    styles.setDefaultFonts(fonts);
    styles.setSpellingLanguage(locale.toLanguageTag());
    add(TEXT, "Normal", 10.5, false, 0, 6);
    add(TITLE, "Title", 20, true, 0, 2);
    CTStyle heading = add(HEADING, "heading 1", 12, true, 12, 4);
    heading.getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
    heading.getPPr().addNewKeepNext();
    var line = heading.getPPr().addNewPBdr().addNewBottom();
    line.setVal(STBorder.SINGLE);
    line.setSz(BigInteger.valueOf(4));
    line.setSpace(BigInteger.ONE);
    line.setColor("999999");
    CTStyle entry = add(ENTRY, "heading 2", 10.5, true, 6, 2);
    entry.getPPr().addNewOutlineLvl().setVal(BigInteger.ONE);
    entry.getPPr().addNewKeepNext();
    add(ITEM, "List Bullet", 10.5, false, 0, 2);
    add(CELL, "Table Text", 9, false, 1, 1);
    dots = numbering();
  }

  /** The list with a dot before each. */
  BigInteger dots() {
    return dots;
  }

  private CTStyle add(
      String id, String name, double points, boolean strong, int before, int after) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setType(STStyleType.PARAGRAPH);
    style.setStyleId(id);
    style.addNewName().setVal(name);
    if (!id.equals(TEXT)) {
      style.addNewBasedOn().setVal(TEXT);
      style.addNewNext().setVal(TEXT);
    } else {
      style.setDefault(true);
    }
    style.addNewQFormat();
    CTPPrGeneral paragraph = style.addNewPPr();
    var spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(before * 20L));
    spacing.setAfter(BigInteger.valueOf(after * 20L));
    var run = style.addNewRPr();
    if (strong) {
      run.addNewB();
    }
    run.addNewSz().setVal(BigInteger.valueOf(Math.round(points * 2)));
    run.addNewSzCs().setVal(BigInteger.valueOf(Math.round(points * 2)));
    document.getStyles().addStyle(new XWPFStyle(style));
    return style;
  }

  private BigInteger numbering() {
    var numbering = document.createNumbering();
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.ZERO);
    var level = list.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(STNumberFormat.BULLET);
    level.addNewLvlText().setVal("•");
    var indent = level.addNewPPr().addNewInd();
    indent.setLeft(BigInteger.valueOf(284));
    indent.setHanging(BigInteger.valueOf(284));
    BigInteger about = numbering.addAbstractNum(new XWPFAbstractNum(list));
    return numbering.addNum(about);
  }
}
