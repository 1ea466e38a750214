package dev.peregrine.host.boot;

import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.KeptReplies;
import dev.peregrine.host.rest.RestGround;
import dev.peregrine.host.rest.RestRoutes;
import dev.peregrine.host.web.Routes;
import java.security.SecureRandom;
import java.time.ZoneId;

/** What other programs reach in by, wired. */
final class Opening {

  private final ApiTokens tokens;
  private final KeptReplies replies;
  private final ZoneId zone;

  Opening(AfterApplying.Ground ground) {
    tokens = new ApiTokens(ground.databases(), ground.clock(), new SecureRandom());
    replies = new KeptReplies(ground.databases(), ground.clock());
    zone = ground.zone();
  }

  ApiTokens tokens() {
    return tokens;
  }

  /** The REST API over what pages stand on, too. */
  Routes rest(Pages pages) {
    AfterApplying after = pages.afterApplying();
    return new RestRoutes(
        new RestGround(
            tokens,
            replies,
            pages.jobs(),
            pages.intake(),
            pages.liveness(),
            pages.letters(),
            pages.writing(),
            after.contacts(),
            after.rounds(),
            after.reminders(),
            pages.profiles(),
            pages.plugins(),
            pages.discovery(),
            pages.tasks(),
            after.figures(),
            pages.clock(),
            zone,
            Version.text()));
  }
}
