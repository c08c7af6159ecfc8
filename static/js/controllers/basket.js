// The number on the basket, from a small cookie: the page itself stays the same for everyone.
export default function basket(link) {
  const show = () => {
    const count = Number(/(?:^|; )basket_count=(\d+)/.exec(document.cookie)?.[1] ?? 0);
    const figure = link.querySelector("[data-part=count]");
    figure.textContent = count > 99 ? "99+" : count;
    figure.hidden = count === 0;
  };
  show();
  addEventListener("pageshow", show);
  document.addEventListener("basket:changed", show);
}
