package dev.peregrine.host.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface SupportMapper {

  @Select(
      value =
          """
          INSERT INTO support_access_grants (user_id, ticket_ref, granted_at, expires_at)
          VALUES (#{user}::uuid, #{ticket}, #{now}, #{until})
          RETURNING id
          """,
      affectData = true)
  long grant(
      @Param("user") String user,
      @Param("ticket") String ticket,
      @Param("now") Instant now,
      @Param("until") Instant until);

  @Update(
      """
      UPDATE support_access_grants SET revoked_at = #{now}
      WHERE id = #{id} AND user_id = #{user}::uuid AND revoked_at IS NULL AND expires_at > #{now}
      """)
  int revoke(@Param("user") String user, @Param("id") long id, @Param("now") Instant now);

  @Update(
      """
      UPDATE support_access_grants SET revoked_at = NULL
      WHERE id = #{id} AND user_id = #{user}::uuid AND revoked_at IS NOT NULL AND expires_at > #{now}
      """)
  int giveBack(@Param("user") String user, @Param("id") long id, @Param("now") Instant now);

  @Select(
      """
      SELECT g.id, g.ticket_ref, g.granted_at, g.expires_at, g.revoked_at,
        (SELECT count(*) FROM support_access_log l WHERE l.grant_id = g.id) AS looks
      FROM support_access_grants g
      WHERE g.user_id = #{user}::uuid
      ORDER BY g.id DESC
      LIMIT #{most}
      """)
  List<SupportGrant> grants(@Param("user") String user, @Param("most") int most);

  // The grant is looked at and the look is noted in one statement: nobody gets in unnoted, and a
  // grant that is taken back at this moment waits for it or comes first.
  @Select(
      value =
          """
          WITH running AS (
            SELECT id FROM support_access_grants
            WHERE user_id = #{user}::uuid AND revoked_at IS NULL AND expires_at > #{now}
            ORDER BY expires_at DESC
            LIMIT 1
            FOR SHARE
          )
          INSERT INTO support_access_log (grant_id, user_id, staff, page, at)
          SELECT id, #{user}::uuid, #{staff}::text, #{page}::text, #{now}::timestamptz FROM running
          RETURNING id
          """,
      affectData = true)
  Optional<Long> look(
      @Param("user") String user,
      @Param("staff") String staff,
      @Param("page") String page,
      @Param("now") Instant now);

  @Select(
      """
      SELECT l.id, l.staff, l.page, g.ticket_ref, l.at
      FROM support_access_log l JOIN support_access_grants g ON g.id = l.grant_id
      WHERE l.user_id = #{user}::uuid AND l.id < #{before}
      ORDER BY l.id DESC
      LIMIT #{most}
      """)
  List<SupportLook> looks(
      @Param("user") String user, @Param("before") long before, @Param("most") int most);

  @Delete("DELETE FROM support_access_log WHERE user_id = #{user}::uuid")
  int deleteLooks(@Param("user") String user);

  @Delete("DELETE FROM support_access_grants WHERE user_id = #{user}::uuid")
  int deleteGrants(@Param("user") String user);
}
