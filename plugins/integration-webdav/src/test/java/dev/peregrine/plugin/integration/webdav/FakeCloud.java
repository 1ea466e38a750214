package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Nextcloud in memory, in the shapes of Nextcloud 30. */
final class FakeCloud implements DocumentShelf {

  private static final String FILES = "/remote.php/dav/files/anna";
  private static final String UPLOADS = "/remote.php/dav/uploads/anna";

  private record File(byte[] bytes, int number, String etag, int versions, String checksum) {}

  private final Map<String, File> files = new TreeMap<>();
  private final TreeSet<String> folders = new TreeSet<>();
  private final Map<String, TreeMap<String, byte[]>> uploads = new HashMap<>();
  private int count = 40;

  FakeCloud() {
    folders.add("");
  }

  synchronized RecordedAnswer answer(RecordedRequest request) {
    String path = request.path().replaceAll("/$", "");
    if (!request.headers().getOrDefault("authorization", "").startsWith("Basic ")) {
      return RecordedAnswer.status(401);
    }
    if (path.equals("/remote.php/dav")) {
      return principal();
    }
    if (path.startsWith(UPLOADS)) {
      return upload(request, path.substring(UPLOADS.length() + 1));
    }
    if (!path.startsWith(FILES)) {
      return error(404, "NotFound", "File not found");
    }
    String name = path.equals(FILES) ? "" : path.substring(FILES.length() + 1);
    return switch (request.method()) {
      case "PROPFIND" -> look(name);
      case "MKCOL" -> makeFolder(name);
      case "PUT" -> put(name, request, request.bytes(), "PUT");
      case "GET" ->
          files.containsKey(name)
              ? RecordedAnswer.of("application/pdf", "").withBytes(files.get(name).bytes())
              : error(404, "NotFound", "File not found");
      default -> error(405, "MethodNotAllowed", "no");
    };
  }

  private static RecordedAnswer principal() {
    return RecordedAnswer.xml(
            """
            <?xml version="1.0"?>
            <d:multistatus xmlns:d="DAV:"><d:response><d:href>/remote.php/dav/</d:href><d:propstat><d:prop>
            <d:current-user-principal><d:href>/remote.php/dav/principals/users/anna/</d:href></d:current-user-principal>
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>
            """)
        .withStatus(207);
  }

  private RecordedAnswer look(String name) {
    if (folders.contains(name)) {
      return listed(response(FILES + "/" + name + "/", null));
    }
    File file = files.get(name);
    return file == null
        ? error(404, "NotFound", "File with name //%s could not be located".formatted(name))
        : listed(response(FILES + "/" + name, file));
  }

  private static RecordedAnswer listed(String responses) {
    return RecordedAnswer.xml(
            """
            <?xml version="1.0"?>
            <d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns">%s</d:multistatus>
            """
                .formatted(responses))
        .withStatus(207);
  }

  private static String response(String path, @Nullable File file) {
    String href =
        Arrays.stream(path.split("/", -1))
            .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    if (file == null) {
      return """
          <d:response><d:href>%s</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype>\
          <d:getetag>&quot;673f&quot;</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>\
          <d:propstat><d:prop><d:getcontentlength/><oc:checksums/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>
          """
          .formatted(href);
    }
    return """
        <d:response><d:href>%s</d:href><d:propstat><d:prop><d:resourcetype/><d:getetag>&quot;%s&quot;</d:getetag>\
        <d:getcontentlength>%d</d:getcontentlength><d:getlastmodified>Mon, 23 Nov 2026 10:00:00 GMT</d:getlastmodified>\
        <oc:fileid>%d</oc:fileid><oc:checksums><oc:checksum>%s</oc:checksum></oc:checksums></d:prop>\
        <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
        """
        .formatted(href, file.etag(), file.bytes().length, file.number(), file.checksum());
  }

  private RecordedAnswer makeFolder(String name) {
    if (folders.contains(name) || files.containsKey(name)) {
      return error(405, "MethodNotAllowed", "The resource you tried to create already exists");
    }
    if (!folders.contains(parent(name))) {
      return error(409, "Conflict", "Parent node does not exist");
    }
    folders.add(name);
    return created();
  }

  private RecordedAnswer put(String name, RecordedRequest request, byte[] bytes, String how) {
    File former = files.get(name);
    String match = request.headers().get("if-match");
    boolean onlyNew =
        request.headers().containsKey("if-none-match")
            || (how.equals("MOVE") && request.headers().getOrDefault("overwrite", "T").equals("F"));
    if (former != null && onlyNew
        || match != null && (former == null || !match.equals("\"" + former.etag() + "\""))) {
      return error(412, "PreconditionFailed", "An If-Match header was specified");
    }
    if (folders.contains(name) || !folders.contains(parent(name))) {
      return error(409, "Conflict", "Files can only be created in existing folders");
    }
    String sum = request.headers().getOrDefault("oc-checksum", "");
    write(name, bytes, sum);
    return (former == null ? created() : new RecordedAnswer(204, Map.of(), new byte[0]))
        .withHeader("OC-ETag", "\"" + files.get(name).etag() + "\"");
  }

  private void write(String name, byte[] bytes, String sum) {
    File former = files.get(name);
    count++;
    files.put(
        name,
        new File(
            bytes,
            former == null ? count : former.number(),
            "etag" + count,
            former == null ? 1 : former.versions() + 1,
            sum));
  }

  private RecordedAnswer upload(RecordedRequest request, String path) {
    String folder = path.split("/")[0];
    String part = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
    if (!request.headers().containsKey("destination") && !request.method().equals("PROPFIND")) {
      return error(400, "BadRequest", "Destination header is missing");
    }
    TreeMap<String, byte[]> parts = uploads.get(folder);
    if (request.method().equals("MKCOL")) {
      if (parts != null) {
        return error(405, "MethodNotAllowed", "The resource you tried to create already exists");
      }
      uploads.put(folder, new TreeMap<>());
      return created();
    }
    if (parts == null) {
      return error(404, "NotFound", "File with name %s could not be located".formatted(folder));
    }
    return switch (request.method()) {
      case "PUT" -> {
        parts.put(part, request.bytes());
        yield created();
      }
      case "PROPFIND" -> listed(listing(folder, parts));
      case "MOVE" -> {
        var all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        if (all.size() != Integer.parseInt(request.headers().get("oc-total-length"))) {
          yield error(400, "BadRequest", "Chunks on server do not sum up");
        }
        String target = URI.create(request.headers().get("destination")).getPath();
        RecordedAnswer done =
            put(target.substring(FILES.length() + 1), request, all.toByteArray(), "MOVE");
        if (done.status() < 300) {
          uploads.remove(folder);
        }
        yield done;
      }
      default -> error(405, "MethodNotAllowed", "no");
    };
  }

  private static String listing(String folder, Map<String, byte[]> parts) {
    var all = new StringBuilder(response(UPLOADS + "/" + folder + "/", null));
    parts.forEach(
        (name, bytes) ->
            all.append(
                response(UPLOADS + "/" + folder + "/" + name, new File(bytes, 1, "part", 1, ""))));
    return all.toString();
  }

  private static RecordedAnswer created() {
    return new RecordedAnswer(201, Map.of(), new byte[0]);
  }

  static RecordedAnswer error(int status, String kind, String message) {
    return RecordedAnswer.xml(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">
              <s:exception>Sabre\\DAV\\Exception\\%s</s:exception><s:message>%s</s:message>
            </d:error>
            """
                .formatted(kind, message))
        .withStatus(status);
  }

  private static String parent(String name) {
    return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
  }

  @Override
  public synchronized Map<String, byte[]> files() {
    var all = new TreeMap<String, byte[]>();
    files.forEach((name, file) -> all.put(name, file.bytes()));
    return all;
  }

  @Override
  public synchronized void put(String path, byte[] bytes) {
    for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
      folders.add(above);
    }
    write(path, bytes, "");
  }

  @Override
  public synchronized void delete(String path) {
    files.remove(path);
  }

  @Override
  public synchronized int versions(String path) {
    return files.get(path).versions();
  }

  @Override
  public synchronized void forgetUploads() {
    uploads.clear();
  }
}
