package dev.peregrine.host.scoring;

import java.nio.file.Path;

/**
 * The text of a document: PDF, DOCX, DOC, ODT, RTF, HTML, plain text or Markdown. It is read in a
 * process of its own with little memory and time, because documents can be hostile.
 */
public final class DocumentText {

  /**
   * @param java the program {@code java} of a JDK 25
   * @param classPath that of this program
   */
  public DocumentText(Path java, String classPath) {}

  /**
   * Reads a document.
   *
   * @param name the file's name, for messages and as a hint
   * @throws DocumentException with a sentence for the person
   */
  public String read(byte[] document, String name) throws DocumentException, InterruptedException {
    throw new UnsupportedOperationException();
  }
}
