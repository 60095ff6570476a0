package org.jointflights.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can say, wherever it comes from: a variable, one of our beans by name, a method of a
 * {@link ModelBean}, the business key. The engine's own resolver would call any method of any value, and so
 * {@code getClass} and everything behind it.
 */
final class ModelExpressions extends JuelExpressionManager {

    private final Map<Object, Object> reachable;

    ModelExpressions(Map<Object, Object> reachable) {
        super(reachable);
        this.reachable = reachable;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(reachable));
        resolver.add(new OnlyModelBeans());
        return resolver;
    }

    /** The last resolver of the chain: what it does not allow, nobody does. */
    private static final class OnlyModelBeans extends ELResolver {

        private static final String BUSINESS_KEY = "processBusinessKey";

        private final ELResolver methods = new BeanELResolver(true);

        @Override
        public Object invoke(
                ELContext context,
                Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            if (base instanceof ModelBean && isOwn(base, method)) {
                return methods.invoke(context, base, method, types, arguments);
            }
            throw refused(base, method);
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            if (base != null) {
                throw refused(base, property);
            }
            return null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
            throw refused(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return null;
        }

        /** A method that the bean's own class declares, not what every object inherits. */
        private static boolean isOwn(Object base, Object method) {
            return Stream.of(base.getClass().getDeclaredMethods())
                    .anyMatch(declared -> declared.getName().equals(method));
        }

        private static ELException refused(@Nullable Object base, Object asked) {
            String of = base == null ? "nothing" : base.getClass().getSimpleName();
            return new ELException("expressions reach no “%s” of %s".formatted(asked, of));
        }
    }
}
