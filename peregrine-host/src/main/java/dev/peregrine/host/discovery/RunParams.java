package dev.peregrine.host.discovery;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a run is asked for, as it is kept with its task. */
record RunParams(List<String> profiles, List<String> boards) {

  private static final JsonMapper JSON = JsonMapper.shared();

  RunParams {
    profiles = List.copyOf(profiles);
    boards = List.copyOf(boards);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static RunParams of(String json) {
    return JSON.readValue(json, RunParams.class);
  }
}
