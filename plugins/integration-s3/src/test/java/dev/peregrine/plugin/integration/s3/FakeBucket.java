package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.Markup;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bucket in memory, in the shapes of Amazon S3. */
final class FakeBucket implements DocumentShelf {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/eu-central-1/s3/aws4_request,"
              + "SignedHeaders=([a-z0-9;-]+),Signature=[0-9a-f]{64}");

  private static final Pattern LISTED =
      Pattern.compile("<PartNumber>(\\d+)</PartNumber><ETag>([^<]+)</ETag>");

  private record Kept(byte[] bytes, String tag, Map<String, String> metadata) {}

  private record Begun(String key, Map<String, String> metadata, TreeMap<Integer, byte[]> parts) {}

  private final Map<String, Kept> objects = new TreeMap<>();
  private final Map<String, Begun> uploads = new HashMap<>();
  private boolean knowsConditions = true;
  private int count;

  /** Some servers answer 501 to a condition. */
  void forgetConditions() {
    knowsConditions = false;
  }

  @Override
  public synchronized int openUploads() {
    return uploads.size();
  }

  synchronized RecordedAnswer answer(RecordedRequest request) {
    Matcher signed = AUTHORIZATION.matcher(request.headers().getOrDefault("authorization", ""));
    if (!signed.matches() || !isWhole(request)) {
      return error(403, "SignatureDoesNotMatch", "The request signature does not match.");
    }
    if (!request.path().startsWith("/bewerbungen")) {
      return error(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    if (request.path().equals("/bewerbungen")) {
      return RecordedAnswer.xml(
          "<?xml version=\"1.0\"?><ListBucketResult><Name>bewerbungen</Name><KeyCount>0</KeyCount></ListBucketResult>");
    }
    String key = request.path().substring("/bewerbungen/".length());
    if (request.query("uploads").isPresent()) {
      String id = "upload" + ++count;
      uploads.put(id, new Begun(key, metadata(request), new TreeMap<>()));
      return RecordedAnswer.xml(
          "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
              .formatted(id));
    }
    return request
        .query("uploadId")
        .map(id -> upload(request, key, id))
        .orElseGet(() -> object(request, key));
  }

  private static boolean isWhole(RecordedRequest request) {
    return Signature.sha256(request.bytes()).equals(request.headers().get("x-amz-content-sha256"));
  }

  private static Map<String, String> metadata(RecordedRequest request) {
    var metadata = new LinkedHashMap<String, String>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith("x-amz-meta-")) {
                metadata.put(name, value);
              }
            });
    return metadata;
  }

  private RecordedAnswer object(RecordedRequest request, String key) {
    if (request.method().equals("HEAD")) {
      Kept kept = objects.get(key);
      return kept == null
          ? new RecordedAnswer(404, Map.of(), new byte[0])
          : new RecordedAnswer(200, headers(kept), new byte[0]);
    }
    return put(key, request, request.bytes(), metadata(request));
  }

  private static Map<String, String> headers(Kept kept) {
    var headers = new LinkedHashMap<>(kept.metadata());
    headers.put("ETag", "\"" + kept.tag() + "\"");
    return headers;
  }

  private RecordedAnswer put(
      String key, RecordedRequest request, byte[] bytes, Map<String, String> metadata) {
    if (request.headers().containsKey("if-none-match")) {
      if (!knowsConditions) {
        return error(501, "NotImplemented", "A header you provided is not implemented");
      }
      if (objects.containsKey(key)) {
        return error(412, "PreconditionFailed", "At least one of the pre-conditions failed");
      }
    }
    objects.put(key, new Kept(bytes, "etag" + ++count, metadata));
    return RecordedAnswer.xml("").withHeader("ETag", "\"etag" + count + "\"");
  }

  private RecordedAnswer upload(RecordedRequest request, String key, String id) {
    Begun begun = uploads.get(id);
    if (begun == null || !begun.key().equals(key)) {
      return error(404, "NoSuchUpload", "The specified multipart upload does not exist.");
    }
    return switch (request.method()) {
      case "PUT" -> {
        int number = Integer.parseInt(request.query("partNumber").orElseThrow());
        begun.parts().put(number, request.bytes());
        yield RecordedAnswer.xml("").withHeader("ETag", tag(request.bytes()));
      }
      case "GET" -> RecordedAnswer.xml(listing(begun));
      case "DELETE" -> {
        uploads.remove(id);
        yield new RecordedAnswer(204, Map.of(), new byte[0]);
      }
      default -> complete(request, id, begun);
    };
  }

  private static String listing(Begun begun) {
    var xml = new StringBuilder("<ListPartsResult>");
    begun
        .parts()
        .forEach(
            (number, bytes) ->
                xml.append(
                    "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag><Size>%d</Size></Part>"
                        .formatted(number, Markup.escaped(tag(bytes)), bytes.length)));
    return xml.append("</ListPartsResult>").toString();
  }

  private RecordedAnswer complete(RecordedRequest request, String id, Begun begun) {
    var all = new ByteArrayOutputStream();
    Matcher listed = LISTED.matcher(request.body());
    while (listed.find()) {
      byte[] part = begun.parts().get(Integer.parseInt(listed.group(1)));
      if (part == null || !listed.group(2).equals(tag(part))) {
        return error(400, "InvalidPart", "One or more of the specified parts could not be found.");
      }
      all.writeBytes(part);
    }
    RecordedAnswer done = put(begun.key(), request, all.toByteArray(), begun.metadata());
    if (done.status() == 200) {
      uploads.remove(id);
    }
    return done.status() == 200 ? RecordedAnswer.xml("<CompleteMultipartUploadResult/>") : done;
  }

  private static String tag(byte[] bytes) {
    return "\"" + Signature.sha256(bytes).substring(0, 32) + "\"";
  }

  static RecordedAnswer error(int status, String code, String message) {
    return RecordedAnswer.xml(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message))
        .withStatus(status);
  }

  @Override
  public synchronized Map<String, byte[]> files() {
    var all = new TreeMap<String, byte[]>();
    objects.forEach((key, kept) -> all.put(key, kept.bytes()));
    return all;
  }

  @Override
  public synchronized void put(String path, byte[] bytes) {
    objects.put(path, new Kept(bytes, "etag" + ++count, Map.of()));
  }

  @Override
  public synchronized void delete(String path) {
    objects.remove(path);
  }

  @Override
  public synchronized void forgetUploads() {
    uploads.clear();
  }
}
