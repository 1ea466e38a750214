package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.fonts.FontFamily;
import java.awt.Color;
import java.util.Locale;

/** A look of a letter; that of the résumé with the same name fits to it. */
enum Look {
  CLASSIC(FontFamily.SERIF, Style.INK, new Color(0x8a8f96)),
  MODERN(FontFamily.SANS, new Color(0x0e4f5e), new Color(0xcfdfe2));

  private final FontFamily family;
  private final Color accent;
  private final Color rule;

  Look(FontFamily family, Color accent, Color rule) {
    this.family = family;
    this.accent = accent;
    this.rule = rule;
  }

  /** The one that the person chose; the usual one where the choice is unknown. */
  static Look of(Layout layout) {
    return layout.template().filter(MODERN.id()::equals).isPresent() ? MODERN : CLASSIC;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  FontFamily family() {
    return family;
  }

  Color accent() {
    return accent;
  }

  Color rule() {
    return rule;
  }
}
