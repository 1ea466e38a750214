package dev.peregrine.host.platform;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface StandingMapper {

  @Select(
      """
      SELECT
        s.tier,
        s.valid_until,
        (SELECT max(expires_at) FROM support_access_grants
          WHERE user_id = p.id AND revoked_at IS NULL AND expires_at > #{now}) AS support_until,
        (SELECT due_at FROM erasures WHERE user_id = p.id) AS erasure_due
      FROM (SELECT #{user}::uuid AS id) p
      LEFT JOIN subscriptions s ON s.user_id = p.id AND s.product = #{product}
      """)
  Standing of(
      @Param("user") String user, @Param("product") String product, @Param("now") Instant now);

  @Insert(
      """
      INSERT INTO subscriptions (user_id, product, tier, valid_until, updated_at)
      VALUES (#{user}::uuid, #{product}, #{tier}, #{until}, #{now})
      ON CONFLICT (user_id, product) DO UPDATE SET
        tier = excluded.tier, valid_until = excluded.valid_until, updated_at = excluded.updated_at
      """)
  int subscribe(
      @Param("user") String user,
      @Param("product") String product,
      @Param("tier") String tier,
      @Param("until") @Nullable Instant until,
      @Param("now") Instant now);

  @Delete("DELETE FROM subscriptions WHERE user_id = #{user}::uuid")
  int delete(@Param("user") String user);
}
