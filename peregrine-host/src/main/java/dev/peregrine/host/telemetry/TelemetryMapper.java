package dev.peregrine.host.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface TelemetryMapper {

  @Select(
      """
      SELECT all_disabled, usage_events_enabled AS usage_events, updated_at
      FROM telemetry_consent
      WHERE user_id = #{user}::uuid
      """)
  Optional<Consent> consent(@Param("user") String user);

  @Insert(
      """
      INSERT INTO telemetry_consent (user_id, all_disabled, usage_events_enabled, enabled_since, updated_at)
      VALUES (#{user}::uuid, #{allDisabled}, #{usageEvents},
              CASE WHEN #{usageEvents} AND NOT #{allDisabled} THEN #{now}::timestamptz END, #{now})
      ON CONFLICT (user_id) DO UPDATE SET
        all_disabled = excluded.all_disabled,
        usage_events_enabled = excluded.usage_events_enabled,
        enabled_since = CASE
          WHEN excluded.enabled_since IS NULL THEN NULL
          ELSE coalesce(telemetry_consent.enabled_since, excluded.enabled_since)
        END,
        updated_at = excluded.updated_at
      """)
  int say(
      @Param("user") String user,
      @Param("allDisabled") boolean allDisabled,
      @Param("usageEvents") boolean usageEvents,
      @Param("now") Instant now);

  // The consent decides at the moment of writing, in the same statement: whoever withdrew it
  // meanwhile is not recorded, and what happened before it was given is not either.
  @Insert(
      """
      INSERT INTO usage_events (user_id, app, event_type, metadata, occurred_at)
      SELECT #{user}::uuid, #{app}::text, #{type}::text, #{metadata}::jsonb, #{at}::timestamptz
      FROM telemetry_consent
      WHERE user_id = #{user}::uuid
        AND usage_events_enabled AND NOT all_disabled AND enabled_since <= #{at}
      FOR SHARE
      """)
  int add(
      @Param("user") String user,
      @Param("app") String app,
      @Param("type") String type,
      @Param("metadata") String metadata,
      @Param("at") Instant at);

  @Select(
      """
      SELECT id, app, event_type, metadata::text AS metadata, occurred_at
      FROM usage_events
      WHERE user_id = #{user}::uuid AND id < #{before}
      ORDER BY id DESC
      LIMIT #{most}
      """)
  List<Recorded> page(
      @Param("user") String user, @Param("before") long before, @Param("most") int most);

  @Select("SELECT count(*) FROM usage_events WHERE user_id = #{user}::uuid")
  long count(@Param("user") String user);

  @Delete("DELETE FROM usage_events WHERE user_id = #{user}::uuid")
  int deleteEvents(@Param("user") String user);

  @Delete("DELETE FROM telemetry_consent WHERE user_id = #{user}::uuid")
  int deleteConsent(@Param("user") String user);

  @Delete("DELETE FROM usage_events WHERE occurred_at < #{before}")
  int deleteOlder(@Param("before") Instant before);
}
