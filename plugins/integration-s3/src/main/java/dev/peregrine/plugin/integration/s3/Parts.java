package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Part;
import dev.peregrine.integration.wire.UploadNote;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends a large document in parts, and goes on with an upload that broke off. */
record Parts(Bucket bucket, String key, Upload upload, IntegrationContext context) {

  /** At least 5 MiB, at most 10,000 parts. */
  private static final long LEAST = 8 << 20;

  private static final long MOST_PARTS = 10_000;

  /** The answer to the last call, whatever it is. */
  HttpReply send(Map<String, String> headers, Map<String, String> condition)
      throws ExtensionException, InterruptedException {
    Map<Integer, Sent> there = new TreeMap<>();
    String id = begun(there).orElse("");
    if (id.isEmpty()) {
      id = begin(headers);
    }
    long length = Math.max(LEAST, upload.content().length() / MOST_PARTS + 1);
    var tags = new TreeMap<Integer, String>();
    for (long from = 0; from < upload.content().length(); from += length) {
      int number = (int) (from / length) + 1;
      Part part = Part.at(upload.content(), from, length);
      Sent sent = there.get(number);
      boolean done = sent != null && sent.length() == part.length();
      tags.put(number, sent != null && done ? sent.tag() : sent(id, number, part));
      context.progress().of(part.end(), upload.content().length());
    }
    HttpReply reply =
        bucket.call("POST", key, Map.of("uploadId", id), condition, Optional.of(list(tags)));
    if (reply.status() == 501 && !condition.isEmpty()) {
      reply = bucket.call("POST", key, Map.of("uploadId", id), Map.of(), Optional.of(list(tags)));
    }
    return reply;
  }

  /** A part that is there. */
  private record Sent(String tag, long length) {}

  /** The upload that broke off, if the storage still knows it, and its parts. */
  private Optional<String> begun(Map<Integer, Sent> there)
      throws ExtensionException, InterruptedException {
    Optional<UploadNote> note = UploadNote.of(upload, context);
    if (note.isEmpty() || !note.get().where().contains(" ")) {
      return Optional.empty();
    }
    String where = note.get().where();
    String id = where.substring(0, where.indexOf(' '));
    String formerKey = where.substring(where.indexOf(' ') + 1);
    if (!note.get().sha256().equals(upload.sha256()) || !formerKey.equals(key)) {
      // What lies there costs money until somebody says that it is not wanted any more.
      HttpReply _ =
          bucket.call("DELETE", formerKey, Map.of("uploadId", id), Map.of(), Optional.empty());
      UploadNote.remove(upload, context);
      return Optional.empty();
    }
    HttpReply listed = bucket.call("GET", key, Map.of("uploadId", id), Map.of(), Optional.empty());
    if (listed.status() == 404) {
      return Optional.empty();
    }
    for (Markup part : bucket.checked(listed, Bucket.named(key)).xml().select("Part")) {
      String number = part.text("PartNumber").orElse("");
      String length = part.text("Size").orElse("");
      if (number.matches("\\d{1,5}") && length.matches("\\d{1,15}")) {
        there.put(
            Integer.parseInt(number),
            new Sent(part.text("ETag").orElse(""), Long.parseLong(length)));
      }
    }
    return Optional.of(id);
  }

  private String begin(Map<String, String> headers)
      throws ExtensionException, InterruptedException {
    HttpReply reply =
        bucket.checked(
            bucket.call("POST", key, Map.of("uploads", ""), headers, Optional.empty()),
            Bucket.named(key));
    String id = reply.xml().text("UploadId").orElseThrow(bucket.service()::notUnderstood);
    UploadNote.put(upload, id + " " + key, context);
    return id;
  }

  private String sent(String id, int number, Part part)
      throws ExtensionException, InterruptedException {
    var query = new HashMap<String, String>();
    query.put("partNumber", Integer.toString(number));
    query.put("uploadId", id);
    HttpReply reply =
        bucket.checked(bucket.send(key, query, Map.of(), part, sha256(part)), Bucket.named(key));
    return reply.header("ETag").orElseThrow(bucket.service()::notUnderstood);
  }

  private static String list(Map<Integer, String> tags) {
    var xml = new StringBuilder("<CompleteMultipartUpload>");
    tags.forEach(
        (number, tag) ->
            xml.append("<Part><PartNumber>")
                .append(number)
                .append("</PartNumber><ETag>")
                .append(Markup.escaped(tag))
                .append("</ETag></Part>"));
    return xml.append("</CompleteMultipartUpload>").toString();
  }

  private static String sha256(Part part) throws ExtensionException {
    try (InputStream in = part.open(0)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var counted = new DigestInputStream(in, digest);
      long _ = counted.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException gone) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "File \"%s\" cannot be read. Check that it is still there.".formatted(part.name()),
          gone);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
