package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.api.export.ExporterDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Exporter} keeps. An author extends it with a test class and says which exporter
 * it is; whether a document is a good one of its format is for tests of the author's own.
 */
@Timeout(300)
public abstract class ExporterContract {

  /** The exporter under test, a new one each time. */
  protected abstract Exporter exporter();

  /** Values of settings that the exporter needs. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  @Test
  void theDescriptorIsAConstantAndQuick() {
    ExporterDescriptor descriptor =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> exporter().descriptor(), "constructor and descriptor");

    assertThat(exporter().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.about().summary()).isNotBlank();
  }

  @TestFactory
  Stream<DynamicTest> everyKindIsWrittenInEveryLook() {
    return kinds()
        .flatMap(
            kind ->
                layouts()
                    .map(
                        layout ->
                            DynamicTest.dynamicTest(
                                kind + " " + layout,
                                () -> {
                                  ExportRequest document = SampleDocuments.ordinary(kind);
                                  byte[] written = write(document, layout);
                                  assertThat(written).isNotEmpty();
                                  assertThat(write(document, layout))
                                      .as("the same again")
                                      .isEqualTo(written);
                                })));
  }

  @TestFactory
  Stream<DynamicTest> textsThatMeanHarmAreOnlyTexts() {
    return kinds()
        .flatMap(
            kind ->
                SampleDocuments.hostile().stream()
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                kind + " " + text.substring(0, Math.min(20, text.length())),
                                () ->
                                    assertThat(
                                            write(
                                                SampleDocuments.saying(kind, text),
                                                FakeExporterContext.usualLayout()))
                                        .isNotEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> aDocumentOfWhichMuchIsMissingIsNoFailure() {
    return kinds()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.toString(),
                    () ->
                        assertThat(
                                write(
                                    SampleDocuments.empty(kind), FakeExporterContext.usualLayout()))
                            .isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> aKindThatItDoesNotNameIsRefused() {
    var others = EnumSet.allOf(Kind.class);
    others.removeAll(exporter().descriptor().exports());
    return others.stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.toString(),
                    () ->
                        assertThatThrownBy(
                                () ->
                                    write(
                                        SampleDocuments.ordinary(kind),
                                        FakeExporterContext.usualLayout()))
                            .isInstanceOfSatisfying(
                                ExtensionException.class,
                                refused ->
                                    assertThat(refused.kind())
                                        .isEqualTo(ExtensionException.Kind.UNSUPPORTED))));
  }

  @TestFactory
  Stream<DynamicTest> aResumeThatIsNoneIsRefused() {
    return exporter().descriptor().exports().contains(Kind.RESUME)
        ? Stream.of("no JSON at all", "[1, 2]", "17")
            .map(
                json ->
                    DynamicTest.dynamicTest(
                        json,
                        () ->
                            assertThatThrownBy(
                                    () ->
                                        write(
                                            new ExportRequest.Resume(json),
                                            FakeExporterContext.usualLayout()))
                                .isInstanceOf(ExtensionException.class)))
        : Stream.of();
  }

  @Test
  void whatCannotBeWrittenToComesBackAsItCame() {
    var full = new IOException("full");
    var to =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw full;
          }
        };

    assertThatThrownBy(
            () ->
                exporter()
                    .export(
                        SampleDocuments.ordinary(kinds().findFirst().orElseThrow()),
                        to,
                        context(FakeExporterContext.usualLayout())))
        .isSameAs(full);
  }

  @Test
  void twentyCallsAtOnceGiveTheSame() throws Exception {
    Exporter exporter = exporter();
    ExportRequest document = SampleDocuments.ordinary(kinds().findFirst().orElseThrow());
    byte[] alone = write(document, FakeExporterContext.usualLayout());
    var together = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return write(exporter, document, FakeExporterContext.usualLayout());
                }));
      }
      for (Future<byte[]> call : calls) {
        assertThat(call.get(120, TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(exporter().getClass());
  }

  /** Has a document written. */
  protected final byte[] write(ExportRequest document, Layout layout)
      throws ExtensionException, IOException, InterruptedException {
    return write(exporter(), document, layout);
  }

  private byte[] write(Exporter exporter, ExportRequest document, Layout layout)
      throws ExtensionException, IOException, InterruptedException {
    var bytes = new Unclosed();
    exporter.export(document, bytes, context(layout));
    return bytes.toByteArray();
  }

  /** A context with the settings of the contract. */
  protected final FakeExporterContext context(Layout layout) {
    return new FakeExporterContext(
        exporter().descriptor(), settings(), SettableClock.at("2026-11-22T09:00:00Z"), layout);
  }

  private Stream<Kind> kinds() {
    return exporter().descriptor().exports().stream().sorted();
  }

  private Stream<Layout> layouts() {
    List<Optional<String>> templates = new ArrayList<>(List.of(Optional.empty()));
    exporter().descriptor().templates().forEach(each -> templates.add(Optional.of(each.id())));
    return templates.stream()
        .flatMap(
            template ->
                Stream.of(
                        FakeExporterContext.usualLayout(),
                        FakeExporterContext.layout(Locale.GERMANY, Paper.US_LETTER))
                    .map(
                        usual ->
                            new Layout(
                                usual.locale(),
                                usual.zone(),
                                usual.paper(),
                                template,
                                usual.title())));
  }

  /** Belongs to the host, who closes it. */
  private static final class Unclosed extends ByteArrayOutputStream {
    @Override
    public void close() {
      throw new AssertionError("The exporter closed what it was given to write to.");
    }
  }
}
