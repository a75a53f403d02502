#include "ui/windows/deck.h"

#include <set>

#include "core/base/error.h"
#include "ui/export/markdown_notes.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/export/model_search.h"
#include "ui/panels/export/shown_session.h"

namespace headlight {

Deck::Deck(Workspace* workspace, std::function<Session()> session, Engine engine, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_session(std::move(session)), m_engine(std::move(engine)) {
}

Deck::~Deck() = default;

template <class Change>
void Deck::change(Change change) {
  std::vector<DeckSlide> slides = m_workspace->deck();
  change(slides);
  m_workspace->setDeck(std::move(slides));
}

void Deck::add(const PanelState& panel, const Exportable& shown) {
  const Session session = shownSession(m_session(), {panel}, m_workspace->results());
  DeckSlide slide;
  slide.title = shown.name.toStdString();
  slide.session = sessionText(session);
  Exportable picture = shown;
  picture.provenance.session = sessionText(withoutPlaces(session));
  m_known[slide.session] = std::move(picture);
  change([&](std::vector<DeckSlide>& slides) { slides.push_back(std::move(slide)); });
}

void Deck::setTexts(int page, const QString& title, const QString& sentence) {
  change([&](std::vector<DeckSlide>& slides) {
    DeckSlide& slide = slides.at(static_cast<std::size_t>(page));
    slide.title = title.toStdString();
    slide.sentence = sentence.toStdString();
  });
}

void Deck::move(int from, int to) {
  change([&](std::vector<DeckSlide>& slides) {
    std::swap(slides.at(static_cast<std::size_t>(from)), slides.at(static_cast<std::size_t>(to)));
  });
}

void Deck::remove(int page) {
  change([&](std::vector<DeckSlide>& slides) { slides.erase(slides.begin() + page); });
}

void Deck::open(int page) {
  const DeckSlide& slide = m_workspace->deck().at(static_cast<std::size_t>(page));
  WorkspaceState state = withModelsFound(readSession(*slide.session, "deck"), {}).state;
  state.deck = m_workspace->deck();
  m_workspace->setState(state, Fit::Clamp, Origin::Person);
}

std::vector<DeckPage> Deck::pages() const {
  std::vector<DeckPage> pages;
  for (const DeckSlide& slide : m_workspace->deck()) {
    DeckPage page{QString::fromStdString(slide.title), QString::fromStdString(slide.sentence), {}};
    if (const auto known = m_known.find(slide.session); known != m_known.end()) page.what = known->second;
    pages.push_back(std::move(page));
  }
  return pages;
}

void Deck::computePictures() {
  std::set<std::string> missing;
  for (const DeckSlide& slide : m_workspace->deck())
    if (!m_known.contains(slide.session)) missing.insert(slide.session);
  if (missing.empty() || m_job.isRunning()) return;
  m_job.start(
      [missing, engine = m_engine](const Progress& progress) {
        Pictures computed;
        for (const std::string& text : missing)
          computed.emplace(text, exportableOf(readSession(text, "deck"), engine, progress));
        return computed;
      },
      [this](Pictures computed) {
        m_known.merge(computed);
        emit picturesCame();
      },
      [this](const QString& message) { emit failed(message); });
}

// The pages, and none of what the workspace holds beside them.
std::string Deck::session(const std::vector<DeckPage>& pages) const {
  std::vector<DeckSlide> slides;
  for (const DeckPage& page : pages)
    slides.push_back({page.title.toStdString(), page.sentence.toStdString(), page.what.provenance.session});
  Session session = readSession(*slides.front().session, "deck");
  session.state.deck = std::move(slides);
  return sessionText(session);
}

void Deck::write(const ExportSettings& settings, const QString& path) const {
  const std::vector<DeckPage> deck = pages();
  if (deck.empty()) throw Error(tr("deck: expected at least one slide, found none").toStdString());
  Provenance provenance = deck.front().what.provenance;
  provenance.picture = "deck";
  provenance.head.reset();
  provenance.session = session(deck);
  exportDeck(deck, settings, provenance, path.toStdString());
}

void Deck::writeMarkdown(const ExportSettings& settings, const QString& path) const {
  exportMarkdown(pages(), settings, path.toStdString());
}

}  // namespace headlight
