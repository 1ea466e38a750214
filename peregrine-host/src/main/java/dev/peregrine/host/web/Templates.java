package dev.peregrine.host.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Draws a page record with the template of the same name: {@code review.StackPage} with {@code
 * review/StackPage.jte}. Templates were compiled with the program.
 */
final class Templates {

  private static final String ROOT = "dev.peregrine.host";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), ROOT);

  /** The drawn pages or parts, one after the other. */
  byte[] draw(Record... pages) {
    var bytes = new ByteArrayOutputStream(16 * 1024);
    for (Record page : pages) {
      var output = new Utf8ByteOutput();
      engine.render(template(page), page, output);
      try {
        output.writeTo(bytes);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return bytes.toByteArray();
  }

  private static String template(Record page) {
    String folder = page.getClass().getPackageName().substring(ROOT.length() + 1);
    return folder.replace('.', '/') + "/" + page.getClass().getSimpleName() + ".jte";
  }
}
