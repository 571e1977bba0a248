package org.haina.service.pages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param name what the deployment calls itself
 * @param advice key of the item that 我要咨询 on every citizen page opens
 * @param complaint key of the item that 投诉 on every citizen page opens
 * @param helpPhone answers people on every page; the shipped one is fictitious
 */
@ConfigurationProperties("haina.pages")
record PagesSettings(
        @DefaultValue("海纳政务服务") String name,
        @DefaultValue("021-00000000") String helpPhone,
        @DefaultValue("consultation") String advice,
        @DefaultValue("complaint") String complaint) {}
