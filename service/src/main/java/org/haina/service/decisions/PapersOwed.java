package org.haina.service.decisions;

import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** 容缺受理: the result only after the papers have arrived and were found in order; a refusal need not wait for them. */
@Component
class PapersOwed implements GrantObstacle {

    private final Cases cases;
    private final DeferredPapers papers;

    PapersOwed(Cases cases, DeferredPapers papers) {
        this.cases = cases;
        this.papers = papers;
    }

    @Override
    public Optional<String> against(CaseNumber number) {
        CaseFile file = cases.get(number);
        String open = papers.of(file).stream()
                .filter(paper -> paper.settledAt().isEmpty())
                .map(paper -> "“" + papers.title(file, paper) + "”" + (paper.isOwed() ? "还没有补交" : "已经补交，还没有核对"))
                .collect(Collectors.joining("；"));
        return Optional.of(open)
                .filter(words -> !words.isEmpty())
                .map(words -> "容缺受理的材料没有补齐：" + words + "。补齐并经核对以后才能作出准予的决定");
    }
}
