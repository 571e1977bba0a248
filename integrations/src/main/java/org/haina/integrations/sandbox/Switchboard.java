package org.haina.integrations.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which authority behaves how, for how many more calls. Not kept across restarts. */
final class Switchboard {

    /**
     * A behaviour.
     *
     * @param times calls it still holds for; negative means until changed
     */
    record Setting(Mode mode, int times, Duration delay) {

        static final Setting OK = new Setting(Mode.OK, -1, Duration.ZERO);

        private Setting used() {
            if (times < 0) {
                return this;
            }
            return times <= 1 ? OK : new Setting(mode, times - 1, delay);
        }
    }

    private final Map<String, Setting> settings = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

    void set(String authority, Setting setting) {
        settings.put(authority, setting);
    }

    Setting get(String authority) {
        return settings.getOrDefault(authority, Setting.OK);
    }

    /** Counts a call and tells how to treat it. */
    Setting take(String authority) {
        calls.computeIfAbsent(authority, key -> new AtomicLong()).incrementAndGet();
        var taken = new Setting[] {Setting.OK};
        settings.computeIfPresent(authority, (key, setting) -> {
            taken[0] = setting;
            return setting.used();
        });
        return taken[0];
    }

    long calls(String authority) {
        var counted = calls.get(authority);
        return counted == null ? 0 : counted.get();
    }

    void reset() {
        settings.clear();
        calls.clear();
    }
}
