package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.DocumentStore.Stored;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link DocumentStore} keeps. An author plays the service as a whole, with {@link
 * RecordedServer#otherwise}, and lets the contract look at what stands in it.
 */
public abstract class DocumentStoreContract extends IntegrationContract {

  private static final List<String> FOLDER = List.of("Hafenlicht – UX-Designerin", "Gesendet");

  /** More calls than any driver needs for a small document. */
  private static final int MOST_CALLS = 40;

  /** Names that services forbid, or that mean something to one of them. */
  private static final List<String> NAMES =
      List.of(
          "a/b\\c:d*e?f\"g<h>i|j.pdf",
          "../../../etc/passwd",
          "..",
          " . ",
          ".versteckt",
          "CON.pdf",
          "Lebenslauf.pdf. . ",
          "Müllerin & Söhne – Größe Ærø.pdf",
          "Mu\u0308ller.pdf",
          "100% + #1; a=b@c,d [x] {y} ^z~ $1 'q' !.pdf",
          "%2e%2e%2f%00.pdf",
          "Lebenslauf 👩‍💻🇩🇪.pdf",
          "履歴書 سيرة.pdf",
          "line\nbreak\ttab\u0000nul\r\nX-Evil: 1.pdf",
          "rechnung\u202efdp.exe",
          "kaputt\ud800.pdf",
          "ohne Endung",
          "Stelle ".repeat(430) + ".pdf",
          "👩‍💻".repeat(600) + ".pdf");

  @Override
  protected abstract DocumentStore integration();

  /** What stands in the store of this test, a new one after each {@link #prepare}. */
  protected abstract DocumentShelf shelf();

  /** The folder of the settings, under which all lies. */
  protected String root() {
    return "Peregrine";
  }

  /**
   * The least length of a document that goes in three parts; 0 where an upload cannot be continued.
   */
  protected int threeParts() {
    return 0;
  }

  /** Whether a request sends bytes of a document. */
  protected boolean isUpload(RecordedRequest request) {
    return request.method().equals("PUT");
  }

  /** What the service answers to an upload when it has no room left. */
  protected RecordedAnswer full() {
    return RecordedAnswer.json(failure(507, "no room left")).withStatus(507);
  }

  /** A document of 3 kB. */
  protected static Upload letter() {
    return SampleUpload.of("d-17", FOLDER, "Anschreiben.pdf", SampleUpload.bytes(3000, 1));
  }

  /** The same document in its next version. */
  protected static Upload letterAgain() {
    return SampleUpload.of("d-17", FOLDER, "Anschreiben.pdf", SampleUpload.bytes(3500, 2));
  }

  @Test
  void aDocumentIsStoredInItsFolder() throws Exception {
    Stored stored = store(letter());

    assertThat(shelf().files()).containsOnlyKeys(path());
    assertThat(shelf().files().get(path())).isEqualTo(SampleUpload.bytes(3000, 1));
    assertThat(stored.link().isPresent()).isEqualTo(can(Capability.LINKS));
    assertThat(found(stored).orElseThrow().id()).isEqualTo(stored.id());
    assertThat(found(stored).orElseThrow().version()).isEqualTo(stored.version());
  }

  @Test
  void anEmptyDocumentIsOne() throws Exception {
    Stored _ = store(SampleUpload.of("d-0", FOLDER, "leer.txt", new byte[0]));

    assertThat(shelf().files()).hasSize(1);
    assertThat(shelf().files().values().iterator().next()).isEmpty();
  }

  @Test
  void theSameAgainIsNotSentAgain() throws Exception {
    Stored first = store(letter());
    server().forgetRequests();

    Stored again = store(SampleUpload.withStored(letter(), first.id()));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.version()).isEqualTo(first.version());
    assertThat(shelf().files()).containsOnlyKeys(path());
    assertThat(server().requests()).noneMatch(asked -> asked.bytes().length >= 3000);
  }

  @Test
  void theSameAgainIsNoSecondOneEvenWhereNobodyRemembersIt() throws Exception {
    Stored first = store(letter());
    Stored again = store(letter());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(shelf().files()).containsOnlyKeys(path());
  }

  @Test
  void aNewVersionTakesThePlaceOfTheFormerOne() throws Exception {
    Stored first = store(letter());
    Stored second = store(SampleUpload.withStored(letterAgain(), first.id()));

    assertThat(shelf().files()).containsOnlyKeys(path());
    assertThat(shelf().files().get(path())).isEqualTo(SampleUpload.bytes(3500, 2));
    assertThat(shelf().versions(path())).isEqualTo(can(Capability.VERSIONS) ? 2 : 1);
    first
        .version()
        .ifPresent(before -> assertThat(second.version()).isPresent().isNotEqualTo(before));

    Stored third = store(SampleUpload.withStored(letter(), second.id()));
    assertThat(shelf().files()).containsOnlyKeys(path());
    assertThat(shelf().files().get(path())).isEqualTo(SampleUpload.bytes(3000, 1));
    assertThat(found(third)).isPresent();
  }

  @Test
  void aFileOfThePersonIsLeftAlone() throws Exception {
    byte[] own = SampleUpload.bytes(100, 9);
    shelf().put(path(), own);

    Stored first = store(letter());
    Stored second = store(SampleUpload.withStored(letterAgain(), first.id()));

    assertThat(shelf().files()).hasSize(2);
    assertThat(shelf().files().get(path())).isEqualTo(own);
    assertThat(shelf().files().get(numbered()))
        .as("the document with a number behind its name")
        .isEqualTo(SampleUpload.bytes(3500, 2));
    assertThat(found(second)).isPresent();
  }

  @Test
  void aFileThatThePersonPutInItsPlaceIsLeftAlone() throws Exception {
    Stored first = store(letter());
    byte[] own = SampleUpload.bytes(100, 9);
    shelf().delete(path());
    shelf().put(path(), own);

    Stored _ = store(SampleUpload.withStored(letterAgain(), first.id()));

    assertThat(shelf().files().get(path())).isEqualTo(own);
    assertThat(shelf().files()).hasSize(2);
  }

  @Test
  void whatThePersonDeletedIsStoredAnewAndNotFoundBefore() throws Exception {
    Stored first = store(letter());
    shelf().delete(path());

    assertThat(found(first)).isEmpty();
    Stored again = store(SampleUpload.withStored(letter(), first.id()));
    assertThat(shelf().files()).containsOnlyKeys(path());
    assertThat(found(again)).isPresent();
  }

  @Test
  void twoDocumentsOfOneNameStandBesideEachOther() throws Exception {
    Stored first = store(letter());
    Stored other =
        store(SampleUpload.of("d-18", FOLDER, "Anschreiben.pdf", SampleUpload.bytes(10, 3)));

    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(shelf().files()).containsOnlyKeys(path(), numbered());
    assertThat(shelf().files().get(path())).isEqualTo(SampleUpload.bytes(3000, 1));
  }

  @Test
  void aDocumentWithoutAFolderLiesInTheOneOfTheSettings() throws Exception {
    Stored _ = store(SampleUpload.of("d-1", List.of(), "a.pdf", SampleUpload.bytes(10, 1)));

    assertThat(shelf().files()).containsOnlyKeys(root() + "/a.pdf");
  }

  @TestFactory
  Stream<DynamicTest> everyNameCanBeStored() {
    return NAMES.stream()
        .map(
            name ->
                test(
                    name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?"),
                    () -> {
                      byte[] bytes = SampleUpload.bytes(700, 4);
                      var folder =
                          name.strip().equals("..") || name.strip().equals(".")
                              ? List.of("ordentlich")
                              : List.of(name, name);
                      Upload upload = SampleUpload.of("d-1", folder, name, bytes);
                      Stored stored = store(upload);
                      Stored again = store(SampleUpload.withStored(upload, stored.id()));

                      assertThat(again.id()).isEqualTo(stored.id());
                      assertThat(shelf().files()).hasSize(1);
                      Map.Entry<String, byte[]> file = shelf().files().entrySet().iterator().next();
                      assertThat(file.getValue()).isEqualTo(bytes);
                      assertThat(file.getKey()).startsWith(root() + "/");
                      assertThat(file.getKey().split("/", -1))
                          .hasSize(root().split("/").length + folder.size() + 1)
                          .doesNotContain("", ".", "..");
                      assertThat(found(stored)).isPresent();
                    }));
  }

  @Test
  void whatCannotBeReadIsNotStored() throws Exception {
    Content broken = new BrokenContent();
    ExtensionException why = failure(SampleUpload.of("d-1", FOLDER, new byte[50], broken));

    assertThat(why.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(shelf().files()).isEmpty();
  }

  /** A file that vanished. */
  private record BrokenContent() implements Content {
    @Override
    public String name() {
      return "weg.pdf";
    }

    @Override
    public String mediaType() {
      return "application/pdf";
    }

    @Override
    public long length() {
      return 50;
    }

    @Override
    public InputStream open(long from) throws IOException {
      throw new IOException("gone");
    }
  }

  @TestFactory
  Stream<DynamicTest> aRefusedDocumentSaysWhatIsToBeDone() {
    return elsewhere(
        Stream.of(
            refused(401, Kind.BAD_SETTINGS),
            refused(403, Kind.BAD_SETTINGS, Kind.REFUSED),
            refused(404, Kind.BAD_SETTINGS, Kind.CHANGED_REMOTE),
            refused(409, Kind.values()),
            refused(423, Kind.UNAVAILABLE),
            refused(429, Kind.RATE_LIMITED),
            refused(500, Kind.UNAVAILABLE),
            refused(503, Kind.UNAVAILABLE)));
  }

  private DynamicTest refused(int status, Kind... kinds) {
    return test(
        Integer.toString(status),
        () -> {
          RecordedAnswer no =
              RecordedAnswer.json(failure(status, repeated(status)))
                  .withStatus(status)
                  .withHeader("Retry-After", "30");
          server().between((request, answer) -> no);
          ExtensionException why = failure(letter());
          assertThat(why.kind()).isIn((Object[]) kinds);
          assertThat(why.retryAfter().isPresent()).isEqualTo(status == 429);
        });
  }

  @Test
  void aFullStoreRefuses() throws Exception {
    if (!isElsewhere()) {
      return;
    }
    server().between((request, answer) -> isUpload(request) ? full() : answer.get());

    assertThat(failure(letter()).kind()).isEqualTo(Kind.REFUSED);
  }

  /** Before the call is done: nothing happened. After it: the answer got lost. */
  @TestFactory
  Stream<DynamicTest> whereverItBreaksOffTheSecondTryMakesItWhole() {
    return elsewhere(
        Stream.of(
            test("before the call is done", () -> breakOffAtEachCall(false)),
            test("when only the answer got lost", () -> breakOffAtEachCall(true))));
  }

  private void breakOffAtEachCall(boolean done) throws Exception {
    boolean reached = true;
    for (int call = 1; reached; call++) {
      assertThat(call).as("calls for a document of 3 kB").isLessThan(MOST_CALLS);
      startServer();
      boolean first = breaksOff(call, done, letter());
      checkWhole(store(letter()), SampleUpload.bytes(3000, 1), call);

      startServer();
      Upload next = SampleUpload.withStored(letterAgain(), store(letter()).id());
      boolean again = breaksOff(call, done, next);
      checkWhole(store(next), SampleUpload.bytes(3500, 2), call);
      reached = first || again;
    }
  }

  private void checkWhole(Stored stored, byte[] bytes, int call) throws Exception {
    assertThat(shelf().files()).as("after a break at call %d", call).containsOnlyKeys(path());
    assertThat(shelf().files().get(path())).as("after a break at call %d", call).isEqualTo(bytes);
    assertThat(found(stored)).isPresent();
  }

  /** Stores with one call failing; whether there were so many calls. */
  private boolean breaksOff(int failing, boolean done, Upload upload) throws InterruptedException {
    var calls = new AtomicInteger();
    server()
        .between(
            (request, answer) -> {
              if (calls.incrementAndGet() == failing && done) {
                RecordedAnswer _ = answer.get();
              }
              return calls.get() == failing ? RecordedAnswer.status(503) : answer.get();
            });
    tried(upload).ifPresent(broken -> assertThat(broken.kind()).isEqualTo(Kind.UNAVAILABLE));
    server().between((request, answer) -> answer.get());
    return calls.get() >= failing;
  }

  @TestFactory
  Stream<DynamicTest> anAnswerToAnUploadThatNobodyUnderstandsIsNoFailureOfOurs() {
    return elsewhere(
        Stream.of(
                "nonsense", "{}", "[]", "", "<html>%s</html>".formatted(RecordedAnswer.SERVER_TEXT))
            .map(
                nonsense ->
                    test(
                        "\"" + nonsense + "\"",
                        () -> {
                          for (int call = 1; call <= 6; call++) {
                            startServer();
                            int odd = call;
                            var calls = new AtomicInteger();
                            server()
                                .between(
                                    (request, answer) ->
                                        calls.incrementAndGet() == odd
                                            ? RecordedAnswer.json(nonsense)
                                            : answer.get());
                            tried(letter())
                                .ifPresent(
                                    failed ->
                                        assertThat(failed)
                                            .hasMessageNotContaining(RecordedAnswer.SERVER_TEXT));
                          }
                        })));
  }

  @Test
  void aLargeDocumentIsStoredWhole() throws Exception {
    byte[] bytes = SampleUpload.bytes(Math.max(threeParts(), 2_000_000), 5);

    Stored stored = store(SampleUpload.of("d-9", FOLDER, "Mappe.pdf", bytes));

    assertThat(shelf().files()).hasSize(1);
    assertThat(shelf().files().values().iterator().next()).isEqualTo(bytes);
    assertThat(found(stored)).isPresent();
    assertThat(state().notes().keySet())
        .as("notes of the upload after its end")
        .noneMatch(key -> key.startsWith("upload"));
  }

  @Test
  void aLargeDocumentGoesOnWhereItBrokeOff() throws Exception {
    if (threeParts() == 0) {
      return;
    }
    byte[] bytes = SampleUpload.bytes(threeParts(), 5);
    Upload large = SampleUpload.of("d-9", FOLDER, "Mappe.pdf", bytes);
    breakOffInTheThirdPart(large);

    var sent = new AtomicLong();
    server()
        .between(
            (request, answer) -> {
              if (isUpload(request)) {
                sent.addAndGet(request.bytes().length);
              }
              return answer.get();
            });
    Stored _ = store(large);

    assertThat(shelf().files()).hasSize(1);
    assertThat(shelf().files().values().iterator().next()).isEqualTo(bytes);
    assertThat(sent.get()).as("bytes sent by the second try").isLessThan(bytes.length / 2);
  }

  @Test
  void anUploadThatTheStoreForgotBeginsAgain() throws Exception {
    if (threeParts() == 0) {
      return;
    }
    byte[] bytes = SampleUpload.bytes(threeParts(), 5);
    Upload large = SampleUpload.of("d-9", FOLDER, "Mappe.pdf", bytes);
    breakOffInTheThirdPart(large);

    shelf().forgetUploads();
    Stored _ = store(large);

    assertThat(shelf().files()).hasSize(1);
    assertThat(shelf().files().values().iterator().next()).isEqualTo(bytes);
  }

  @Test
  void anotherVersionIsNotMixedWithTheOneThatBrokeOff() throws Exception {
    if (threeParts() == 0) {
      return;
    }
    breakOffInTheThirdPart(
        SampleUpload.of("d-9", FOLDER, "Mappe.pdf", SampleUpload.bytes(threeParts(), 5)));
    byte[] other = SampleUpload.bytes(threeParts() - 77, 6);

    Stored _ = store(SampleUpload.of("d-9", FOLDER, "Mappe.pdf", other));

    assertThat(shelf().files()).hasSize(1);
    assertThat(shelf().files().values().iterator().next()).isEqualTo(other);
    assertThat(shelf().openUploads()).as("uploads that nobody will end").isZero();
  }

  private void breakOffInTheThirdPart(Upload large) throws InterruptedException {
    var uploads = new AtomicInteger();
    server()
        .between(
            (request, answer) ->
                isUpload(request) && request.bytes().length > 0 && uploads.incrementAndGet() >= 3
                    ? RecordedAnswer.status(503)
                    : answer.get());
    assertThat(failure(large).kind()).isEqualTo(Kind.UNAVAILABLE);
    server().between((request, answer) -> answer.get());
  }

  @Test
  void anInterruptedUploadStops() throws Exception {
    if (!isElsewhere()) {
      return;
    }
    var arrived = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    server()
        .between(
            (request, answer) -> {
              if (isUpload(request)) {
                arrived.countDown();
                await(over);
              }
              return answer.get();
            });
    FakeIntegrationContext context = context();
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Stored _ = integration().store(letter(), context);
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });
    await(arrived);

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).as("the call stopped").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    over.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void somethingThatWasNeverStoredIsNotFound() throws Exception {
    Stored stored = store(letter());
    shelf().delete(path());
    shelf().put(root() + "/anderes.pdf", SampleUpload.bytes(10, 7));

    assertThat(found(stored)).isEmpty();
  }

  /** Stores a document in the context of the contract. */
  protected final Stored store(Upload upload) throws ExtensionException, InterruptedException {
    return integration().store(upload, context());
  }

  /** Where a stored document is now. */
  protected final Optional<Stored> found(Stored stored)
      throws ExtensionException, InterruptedException {
    return integration().find(stored.id(), context());
  }

  /** Tries to store a document, and gives the failure. */
  protected final ExtensionException failure(Upload upload) throws InterruptedException {
    return tried(upload)
        .orElseThrow(() -> new AssertionError("A failure was expected, but it was stored."));
  }

  private Optional<ExtensionException> tried(Upload upload) throws InterruptedException {
    FakeIntegrationContext context = context();
    return tried(
        () -> {
          Stored _ = integration().store(upload, context);
        },
        context);
  }

  private boolean can(Capability capability) {
    return integration().descriptor().can().contains(capability);
  }

  /** Where {@link #letter} lies. */
  protected final String path() {
    return root() + "/Hafenlicht – UX-Designerin/Gesendet/Anschreiben.pdf";
  }

  private String numbered() {
    return root() + "/Hafenlicht – UX-Designerin/Gesendet/Anschreiben (2).pdf";
  }
}
