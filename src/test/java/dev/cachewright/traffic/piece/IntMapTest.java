package dev.cachewright.traffic.piece;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntMapTest {

    @Test
    void itHoldsWhatAHashMapHolds() {
        var random = new Random(5);
        var map = new IntMap<Integer>();
        Map<Integer, Integer> model = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            int key = 1 + random.nextInt(i < 100_000 ? 300 : 20_000);
            switch (random.nextInt(4)) {
                case 0 -> assertThat(map.put(key, i)).isEqualTo(model.put(key, i) == null);
                case 1 -> {
                    map.remove(key);
                    model.remove(key);
                }
                case 2 -> {
                    int value = i;
                    assertThat(map.get(key, _ -> value)).isEqualTo(model.computeIfAbsent(key, _ -> value));
                }
                default -> assertThat(map.get(key)).isEqualTo(Optional.ofNullable(model.get(key)));
            }
        }
        model.forEach((key, value) -> assertThat(map.get(key)).contains(value));
        map.keep((key, value) -> value % 2 == 0);
        model.values().removeIf(value -> value % 2 != 0);
        for (int key = 1; key <= 20_000; key++) {
            assertThat(map.contains(key)).isEqualTo(model.containsKey(key));
        }
        map.clear();
        assertThat(map.contains(model.keySet().iterator().next())).isFalse();
    }
}
