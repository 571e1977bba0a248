package org.haina.service.workflow;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * What an expression in a model can see: beans that are steps, found when first asked for, and nothing else. Without
 * this list every bean of the application would be visible to every model.
 */
final class StepBeans {

    private final ApplicationContext context;

    StepBeans(ApplicationContext context) {
        this.context = context;
    }

    Set<String> names() {
        return Arrays.stream(context.getBeanNamesForType(JavaDelegate.class, true, false))
                .filter(this::isStep)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isStep(String name) {
        Class<?> type = context.getType(name);
        return type != null
                && ClassUtils.getUserClass(type).getSimpleName().endsWith("Step")
                && type.getName().startsWith("org.haina.");
    }

    Map<Object, Object> asMap() {
        return new LazyMap();
    }

    private final class LazyMap extends AbstractMap<Object, Object> {

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && context.containsBean(name) && isStep(name);
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return containsKey(key) ? context.getBean((String) key) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return names().stream()
                    .map(name -> Map.<Object, Object>entry(name, context.getBean(name)))
                    .collect(Collectors.toSet());
        }
    }
}
