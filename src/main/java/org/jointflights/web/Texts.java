package org.jointflights.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jointflights.domain.Typography;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Gives the pages the texts of all bundles under {@code messages/}, in the language of the request. */
@Configuration(proxyBeanMethods = false)
class Texts {

    @Bean
    static MessageSource messageSource() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var texts = new ResourceBundleMessageSource() {
            @Override
            protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
                String text = super.getStringOrNull(bundle, key);
                return text == null ? null : Typography.set(text, bundle.getLocale());
            }
        };
        // First what a state's report says in languages that no page speaks; it has nothing in those that pages do.
        texts.setBasenames(Stream.concat(
                        Stream.of("messages/report/state-year"),
                        Stream.of(files)
                                .map(file -> String.valueOf(file.getFilename()))
                                .filter(file -> !file.endsWith("_fr.properties"))
                                .map(file -> "messages/" + file.replace(".properties", ""))
                                .sorted())
                .toArray(String[]::new));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        // Apostrophes are doubled in every text, with or without gaps, as in the sentences of a refusal.
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    /** The request already speaks the one language that was chosen at the door. */
    @Bean
    static LocaleResolver localeResolver() {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(jakarta.servlet.http.HttpServletRequest request) {
                return request.getLocale();
            }
        };
    }
}
