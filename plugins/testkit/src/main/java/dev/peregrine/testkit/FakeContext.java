package dev.peregrine.testkit;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;

/**
 * What the host would lend an extension: settings from its descriptor, HTTP as {@link Http}
 * promises it, a clock that the test sets; and a memory of what the extension said.
 */
public sealed class FakeContext implements ExtensionContext
    permits FakeBoardContext,
        FakeScorerContext,
        FakeLlmContext,
        FakeExporterContext,
        FakeClassifierContext,
        FakeIntegrationContext {

  private final Settings settings;
  private final Http http;
  private final InstantSource clock;
  private final List<String> said = new CopyOnWriteArrayList<>();

  FakeContext(
      Descriptor descriptor, Map<String, String> values, InstantSource clock, Duration patience) {
    this.settings = new FakeSettings(descriptor.about().settings(), values);
    this.http =
        new FakeHttp(descriptor.about().hosts(), ownHosts(descriptor, values), clock, patience);
    this.clock = clock;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Http http() {
    return http;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public System.Logger log() {
    return new FakeLog(said::add);
  }

  @Override
  public Json json(String text) {
    return JsonView.within(text);
  }

  @Override
  public Markup html(String text) {
    return new MarkupView(Jsoup.parse(text));
  }

  @Override
  public Progress progress() {
    return new Progress() {
      @Override
      public void step(String text) {
        said.add(text);
      }

      @Override
      public void of(long done, long total) {
        if (done < 0 || total < 0 || (total > 0 && done > total)) {
          throw new AssertionError("Progress %d of %d.".formatted(done, total));
        }
      }
    };
  }

  /** What the extension told the person or the log, in order. */
  public List<String> said() {
    return List.copyOf(said);
  }

  private static Set<String> ownHosts(Descriptor descriptor, Map<String, String> values) {
    var own = new HashSet<String>();
    for (SettingSpec spec : descriptor.about().settings()) {
      String value = values.get(spec.key());
      if (spec instanceof SettingSpec.Address && value != null && !value.isBlank()) {
        own.add(URI.create(value).getHost().toLowerCase(Locale.ROOT));
      }
    }
    return own;
  }
}
