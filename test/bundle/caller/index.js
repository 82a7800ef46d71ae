/** Another Worker of the same account, which has Copydesk bound: it tells what its calls gave. */
export default {
  async fetch(request, { COPYDESK }) {
    const { pathname } = new URL(request.url);
    if (pathname === '/fetch') return COPYDESK.fetch('https://copydesk.internal/health');
    const asked = await request.json();
    try {
      const answer = await (pathname === '/verify'
        ? COPYDESK.verify(asked)
        : COPYDESK.analyze(asked));
      return Response.json(answer);
    } catch (error) {
      return new Response(error.message, { status: 400 });
    }
  },
};
