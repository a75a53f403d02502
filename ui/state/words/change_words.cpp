#include "ui/state/words/change_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/base/error.h"
#include "core/intervention/quoted.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString rangeWords(const NumberRange& range) {
  if (range == NumberRange{}) return QStringLiteral("*");
  return range.first == range.last ? QString::number(range.first)
                                   : QStringLiteral("%1–%2").arg(range.first).arg(range.last);
}

bool isOneHead(const HeadSet& heads) {
  return heads.size() == 1 && heads[0].layers.first == heads[0].layers.last &&
         heads[0].heads.first == heads[0].heads.last;
}

QString where(const HeadSet& heads) { return heads.empty() ? QString() : Words::tr(", in %1").arg(headWords(heads)); }

QString tokenWords(const TokenSet& set, const std::vector<Token>& tokens) {
  if (set.empty()) return Words::tr("every token");
  const auto named = [&](Index token) {
    return token < static_cast<Index>(tokens.size())
               ? Words::tr("“%1” (%2)").arg(tokenLabel(tokens[static_cast<std::size_t>(token)])).arg(token)
               : Words::tr("token %1").arg(token);
  };
  QStringList parts;
  for (const TokenPick& pick : set) switch (pick.kind) {
      case TokenPick::Kind::Span:
        parts << (pick.first == pick.last ? named(pick.first)
                                          : Words::tr("%1 to %2").arg(named(pick.first), named(pick.last)));
        break;
      case TokenPick::Kind::First:
        parts << Words::tr("the first token");
        break;
      case TokenPick::Kind::Last:
        parts << Words::tr("the last token");
        break;
      case TokenPick::Kind::Special:
        parts << Words::tr("special tokens");
        break;
      case TokenPick::Kind::Punctuation:
        parts << Words::tr("punctuation");
        break;
      case TokenPick::Kind::Sink:
        parts << Words::tr("the sink");
        break;
      case TokenPick::Kind::Named:
        parts << quotedText(QString::fromStdString(pick.name));
        break;
    }
  return parts.join(QStringLiteral(", "));
}

QString shortText(const std::string& text) {
  QString words = QString::fromStdString(text).simplified();
  if (words.size() > 40) words = words.left(39) + QStringLiteral("…");
  return quotedText(words);
}

QString number(double value) { return QString::number(value, 'g', 4); }

/// "expert 3.17", "experts 3.*", "every expert".
QString expertWords(const HeadSet& experts) {
  if (experts.empty()) return Words::tr("every expert");
  QStringList parts;
  for (const HeadRange& range : experts)
    parts << QString::fromStdString(headPrefix(range.attention)) +
                 QStringLiteral("%1.%2").arg(rangeWords(range.layers), rangeWords(range.heads));
  return (isOneHead(experts) ? Words::tr("expert %1") : Words::tr("experts %1")).arg(parts.join(QStringLiteral(", ")));
}

/// "the stream before layer 3", "the queries of head 1.3".
QString valueWords(const ChangeValues& change) {
  const QString heads = change.ofHeads() ? headWords(change.places) : QString();
  QStringList parts;
  for (const HeadRange& range : change.places)
    parts << QString::fromStdString(headPrefix(range.attention)) + rangeWords(range.layers);
  const QString layers =
      change.places.empty() ? Words::tr("every layer") : Words::tr("layer %1").arg(parts.join(QStringLiteral(", ")));
  switch (change.site) {
    case LayerSite::Query:
      return Words::tr("queries of %1").arg(heads);
    case LayerSite::Key:
      return Words::tr("keys of %1").arg(heads);
    case LayerSite::Value:
      return Words::tr("values of %1").arg(heads);
    case LayerSite::HeadOutput:
      return Words::tr("output of %1").arg(heads);
    case LayerSite::AttentionOutput:
      return Words::tr("attention output of %1").arg(layers);
    case LayerSite::FeedForwardOutput:
      return Words::tr("feed-forward output of %1").arg(layers);
    default:
      return Words::tr("stream that %1 reads").arg(layers);
  }
}

struct Namer {
  const std::vector<Token>& tokens;

  QString operator()(const ChangeValues& c) const {
    using By = ChangeValues::By;
    const QString what = valueWords(c), other = shortText(c.other);
    const QString name = c.by == By::Zero          ? Words::tr("Zero: %1").arg(what)
                         : c.by == By::Mean        ? Words::tr("Mean over the text: %1").arg(what)
                         : c.by == By::MeanOfOther ? Words::tr("Mean over %2: %1").arg(what, other)
                         : c.by == By::MeanOfFile  ? Words::tr("Mean over the texts of %2: %1").arg(what, other)
                         : c.by == By::Resample    ? Words::tr("Resample from %2: %1").arg(what, other)
                         : c.by == By::Patch       ? Words::tr("Patch from %2: %1").arg(what, other)
                                                   : Words::tr("Times %2: %1").arg(what, number(c.factor));
    return c.tokens.empty() ? name : Words::tr("%1 at %2").arg(name, tokenWords(c.tokens, tokens));
  }
  QString operator()(const Steer& s) const {
    const QString name = Words::tr("Steer by %1, strength %2").arg(shortText(s.file), number(s.strength));
    return s.tokens.empty() ? name : Words::tr("%1 at %2").arg(name, tokenWords(s.tokens, tokens));
  }
  QString operator()(const Ablate& a) const {
    switch (a.by) {
      case Ablate::By::Zero:
        return Words::tr("Switch %1 off").arg(headWords(a.heads));
      case Ablate::By::Mean:
        return Words::tr("Mean-ablate %1 over the text").arg(headWords(a.heads));
      case Ablate::By::MeanOfOther:
        return Words::tr("Mean-ablate %1 over %2").arg(headWords(a.heads), shortText(a.other));
    }
    return {};
  }
  QString operator()(const Mask& m) const {
    if (m.keys.empty())
      return Words::tr("Let %1 attend to nothing").arg(tokenWords(m.queries, tokens)) + where(m.heads);
    if (m.queries.empty()) return Words::tr("Hide %1 from all").arg(tokenWords(m.keys, tokens)) + where(m.heads);
    return Words::tr("Hide %1 from %2").arg(tokenWords(m.keys, tokens), tokenWords(m.queries, tokens)) + where(m.heads);
  }
  QString operator()(const Temperature& t) const {
    return (t.temperature < 1 ? Words::tr("Sharpen attention: temperature %1")
                              : Words::tr("Flatten attention: temperature %1"))
               .arg(number(t.temperature)) +
           where(t.heads);
  }
  QString operator()(const Uniform& u) const { return Words::tr("Spread %1 evenly").arg(headWords(u.heads)); }
  QString operator()(const Cap& c) const {
    return Words::tr("Cap %1 at %2").arg(tokenWords(c.keys, tokens), percentText(c.most)) + where(c.heads);
  }
  QString operator()(const Scale& s) const {
    return (s.factor > 1 ? Words::tr("Emphasise %1, weight × %2") : Words::tr("Weaken %1, weight × %2"))
               .arg(tokenWords(s.keys, tokens), number(s.factor)) +
           where(s.heads);
  }
  QString operator()(const Dropout& d) const {
    const QString name = Words::tr("Drop %1 of the weights at random").arg(percentText(d.rate));
    return name + (d.draws > 1 ? Words::tr(", %1 draws").arg(d.draws) : QString()) + where(d.heads);
  }
  QString operator()(const ActivationPatch& p) const {
    return (p.what == ActivationPatch::What::Pattern ? Words::tr("Patch pattern of %1 from %2")
                                           : Words::tr("Patch output of %1 from %2"))
        .arg(headWords(p.heads), shortText(p.other));
  }
  QString operator()(const OccludePatches& c) const {
    return (c.by == OccludePatches::By::Mean   ? Words::tr("Cover %1 with the image's mean colour")
            : c.by == OccludePatches::By::Blur ? Words::tr("Blur %1")
                                               : Words::tr("Cover %1 with grey"))
        .arg(tokenWords(c.patches, tokens));
  }
  QString operator()(const SwitchExperts& s) const {
    const QString name = (s.to == SwitchExperts::To::Off ? Words::tr("Switch %1 off") : Words::tr("Force %1"))
                             .arg(expertWords(s.experts));
    return s.tokens.empty() ? name : Words::tr("%1 at %2").arg(name, tokenWords(s.tokens, tokens));
  }
};

struct TermNamer {
  QString operator()(const ChangeValues& c) const {
    using By = ChangeValues::By;
    switch (c.by) {
      case By::Zero:
        return Words::tr("Zero ablation of values inside a layer");
      case By::Mean:
      case By::MeanOfOther:
      case By::MeanOfFile:
        return Words::tr("Mean ablation of values inside a layer (Wang et al. 2022)");
      case By::Resample:
        return Words::tr("Resample ablation (Chan et al. 2022)");
      case By::Patch:
        return Words::tr("Activation patching (Vig et al. 2020)");
      case By::Factor:
        return Words::tr("Values inside a layer, scaled");
    }
    return {};
  }
  QString operator()(const Steer&) const {
    return Words::tr("Steering vector added to the stream (Turner et al. 2023)");
  }
  QString operator()(const Ablate& a) const {
    return a.by == Ablate::By::Zero   ? Words::tr("Zero ablation (Michel et al. 2019)")
           : a.by == Ablate::By::Mean ? Words::tr("Mean ablation over the text")
                                      : Words::tr("Mean ablation over another text (Wang et al. 2022)");
  }
  QString operator()(const Mask&) const {
    return Words::tr("Attention knockout (Geva et al. 2023), rows renormalised");
  }
  QString operator()(const Temperature&) const { return Words::tr("Softmax temperature: softmax(scores / T)"); }
  QString operator()(const Uniform&) const { return Words::tr("Uniform attention over the visible keys"); }
  QString operator()(const Cap&) const {
    return Words::tr("Weight cap; the excess goes to other keys in proportion");
  }
  QString operator()(const Scale& s) const {
    return s.factor > 1 ? Words::tr("Attention steering (PASTA, Zhang et al. 2023), rows renormalised")
                        : Words::tr("Key re-weighting, rows renormalised");
  }
  QString operator()(const Dropout&) const {
    return Words::tr("Attention dropout as in training (Vaswani et al. 2017)");
  }
  QString operator()(const ActivationPatch& p) const {
    return p.what == ActivationPatch::What::Pattern ? Words::tr("Attention pattern patching (Vig et al. 2020)")
                                          : Words::tr("Activation patching of the head's output (Vig et al. 2020)");
  }
  QString operator()(const SwitchExperts& s) const {
    return s.to == SwitchExperts::To::Off ? Words::tr("Router logit at −∞: another expert takes its place")
                                          : Words::tr("First choice of the router, with the weight of its own logit");
  }
  QString operator()(const OccludePatches&) const {
    return Words::tr("Occlusion of image patches (Zeiler and Fergus 2014)");
  }
};

}  // namespace

QString headWords(const HeadSet& heads) {
  if (heads.empty()) return Words::tr("every head");
  if (heads.size() == 1 && heads[0].heads == NumberRange{} && heads[0].attention == AttentionType::Self)
    return (heads[0].layers.first == heads[0].layers.last ? Words::tr("layer %1") : Words::tr("layers %1"))
        .arg(rangeWords(heads[0].layers));
  QStringList parts;
  for (const HeadRange& range : heads)
    parts << QString::fromStdString(headPrefix(range.attention)) +
                 QStringLiteral("%1.%2").arg(rangeWords(range.layers), rangeWords(range.heads));
  return (isOneHead(heads) ? Words::tr("head %1") : Words::tr("heads %1")).arg(parts.join(QStringLiteral(", ")));
}

QString grammarQuoted(const QString& text) { return QString::fromStdString(quotedInGrammar(text.toStdString())); }

QString changeName(const Intervention& change, const std::vector<Token>& tokens) {
  return std::visit(Namer{tokens}, change);
}

QString changeTerm(const Intervention& change) { return std::visit(TermNamer(), change); }

ChangedHeads changedHeads(const std::vector<Intervention>& changes, const AttentionMaps& maps,
                          AttentionType attention) {
  ChangedHeads heads;
  for (int layer = 0; layer < maps.layers(); ++layer)
    for (int head = 0; head < maps.heads(); ++head) {
      bool off = false, altered = false;
      for (const Intervention& change : changes) {
        const bool ablates = std::holds_alternative<Ablate>(change);
        // What is said of every head is a mark of none.
        const bool named = ablates || !headsOf(change).empty();
        if (!named || !contains(headsOf(change), {layer, head, attention})) continue;
        (ablates ? off : altered) = true;
      }
      if (off)
        heads.off.push_back({layer, head});
      else if (altered)
        heads.altered.push_back({layer, head});
    }
  return heads;
}

std::vector<HiddenToken> hiddenTokens(const std::vector<Intervention>& changes, const std::vector<Token>& tokens) {
  std::vector<HiddenToken> hidden(tokens.size());
  for (const Intervention& change : changes) {
    const auto* mask = std::get_if<Mask>(&change);
    const auto* scale = std::get_if<Scale>(&change);
    const bool hides = (mask && !mask->keys.empty()) || (scale && scale->factor == 0 && !scale->keys.empty());
    if (!hides) continue;
    std::vector<bool> members;
    try {
      members = membersOf(mask ? mask->keys : scale->keys, tokens);
    } catch (const Error&) {
      continue;  // It does not fit the text: the list of changes says so.
    }
    const bool everywhere = headsOf(change).empty() && (scale || mask->queries.empty());
    for (std::size_t i = 0; i < hidden.size(); ++i) {
      if (!members[i]) continue;
      hidden[i].everywhere = hidden[i].everywhere || everywhere;
      if (!hidden[i].words.isEmpty()) hidden[i].words += u'\n';
      hidden[i].words += changeName(change, tokens);
    }
  }
  return hidden;
}


Intervention switchedOff(HeadId head) { return Ablate{oneHead(head), Ablate::By::Zero, {}}; }

}  // namespace headlight
