package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.integration.wire.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a WebDAV server.
 *
 * @param service the server, whose address is the top of its files
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918">RFC 4918</a>
 */
record DavTree(Service service) {

  /** What the server says about a file or folder; empty where there is none. */
  Optional<DavFile> look(List<String> steps) throws ExtensionException, InterruptedException {
    HttpCall ask =
        HttpCall.of("PROPFIND", address(steps))
            .withHeader("Depth", "0")
            .withBody(xml(DavFile.PROPERTIES))
            .accepting(404);
    HttpReply reply = service.send(ask, named(steps));
    if (reply.status() == 404) {
      return Optional.empty();
    }
    Markup answer = reply.xml().first("*|response").orElseThrow(service::notUnderstood);
    DavFile file = DavFile.of(answer);
    return Optional.of(file.isStrong() || file.isFolder() ? file : withTag(file, steps));
  }

  /** Some servers tell the tag only with the file itself. */
  private DavFile withTag(DavFile file, List<String> steps)
      throws ExtensionException, InterruptedException {
    HttpCall head = HttpCall.of("HEAD", address(steps)).accepting(404, 405, 501);
    return service.send(head, named(steps)).header("ETag").map(file::withTag).orElse(file);
  }

  /** Makes a folder and those above it. */
  void makeFolders(List<String> steps) throws ExtensionException, InterruptedException {
    // 405: there already. 409, or 404 with careless servers: the one above it is missing.
    HttpReply made = service.exchange(makeFolder(steps));
    if ((made.status() == 409 || made.status() == 404) && steps.size() > 1) {
      makeFolders(steps.subList(0, steps.size() - 1));
      made = service.exchange(makeFolder(steps));
    }
    if (made.status() != 405 && (made.status() < 200 || made.status() > 299)) {
      throw service.failure(made).exception("folder \"%s\"".formatted(String.join("/", steps)));
    }
  }

  private HttpCall makeFolder(List<String> steps) {
    return HttpCall.of("MKCOL", address(Stream.concat(steps.stream(), Stream.of("")).toList()));
  }

  /**
   * Writes a file.
   *
   * @param former what is there now and may be written over; empty for a new file
   * @return false where what is there is not as expected
   */
  boolean put(List<String> steps, Content content, String sha256, Optional<DavFile> former)
      throws ExtensionException, InterruptedException {
    HttpCall put =
        condition(HttpCall.of("PUT", address(steps)), former)
            .withHeader("OC-Checksum", "SHA256:" + sha256)
            .accepting(412);
    return service.send(put, content, named(steps)).status() != 412;
  }

  static HttpCall condition(HttpCall put, Optional<DavFile> former) {
    if (former.isEmpty()) {
      return put.withHeader("If-None-Match", "*");
    }
    DavFile file = former.get();
    return file.isStrong() ? put.withHeader("If-Match", "\"%s\"".formatted(file.tag())) : put;
  }

  /** The bytes of a file. */
  byte[] read(List<String> steps) throws ExtensionException, InterruptedException {
    return service.send(HttpCall.get(address(steps)), named(steps)).bytes();
  }

  URI address(List<String> steps) {
    return HttpCall.under(service.base(), steps.toArray(String[]::new));
  }

  static String named(List<String> steps) {
    return "file \"%s\"".formatted(String.join("/", steps));
  }

  static Blob xml(String text) {
    return new Blob("", "application/xml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
