package dev.peregrine.host.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What another program is answered.
 *
 * @param mediaType empty where there is nothing to read
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record ProgramReply(int status, String mediaType, byte[] body, Map<String, String> headers) {

  private static final byte[] NOTHING = {};

  public ProgramReply {
    headers = Map.copyOf(headers);
  }

  /** One with something to read. */
  public static ProgramReply of(int status, String mediaType, byte[] body) {
    return new ProgramReply(status, mediaType, body, Map.of());
  }

  /** One that says all with its status and headers. */
  public static ProgramReply empty(int status) {
    return new ProgramReply(status, "", NOTHING, Map.of());
  }

  /** This with another header. */
  public ProgramReply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ProgramReply(status, mediaType, body, more);
  }

  void writeTo(Context context) {
    context.status(status);
    headers.forEach(context::header);
    if (!mediaType.isEmpty()) {
      context.contentType(mediaType);
    }
    context.result(body);
  }
}
