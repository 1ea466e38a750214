package dev.peregrine.testkit;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.export.ExporterContext;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A {@link FakeContext} for exporters. */
public final class FakeExporterContext extends FakeContext implements ExporterContext {

  private final Layout layout;

  public FakeExporterContext(
      Descriptor descriptor, Map<String, String> values, InstantSource clock, Layout layout) {
    super(descriptor, values, clock, FakeHttp.LONGEST);
    this.layout = layout;
  }

  /** A context with the initial settings; it is 22 November 2026. */
  public static FakeExporterContext of(Descriptor descriptor, Layout layout) {
    return new FakeExporterContext(
        descriptor, Map.of(), SettableClock.at("2026-11-22T09:00:00Z"), layout);
  }

  /** An English document on A4 in the usual look, with days as they are in Berlin. */
  public static Layout usualLayout() {
    return layout(Locale.ENGLISH, Paper.A4);
  }

  /** The same in another language and on other paper. */
  public static Layout layout(Locale locale, Paper paper) {
    return new Layout(locale, ZoneId.of("Europe/Berlin"), paper, Optional.empty(), "A document");
  }

  @Override
  public Layout layout() {
    return layout;
  }
}
